// SPDX-License-Identifier: Apache-2.0
// Generated from docs/openapi.json by tools/generate.mjs. Change the route tables instead.

export const rules = {
  "login": {
    "email": {
      "maxLength": 254,
      "format": "email",
      "required": true
    },
    "password": {
      "minLength": 1,
      "maxLength": 128,
      "required": true
    },
    "recovery_code": {
      "maxLength": 40
    },
    "totp_code": {
      "maxLength": 6,
      "pattern": "^[0-9]{6}$"
    }
  },
  "changePassword": {
    "current_password": {
      "minLength": 1,
      "maxLength": 128,
      "required": true
    },
    "password": {
      "minLength": 8,
      "maxLength": 128,
      "required": true
    }
  },
  "forgotPassword": {
    "email": {
      "maxLength": 254,
      "format": "email",
      "required": true
    }
  },
  "resetPassword": {
    "password": {
      "minLength": 8,
      "maxLength": 128,
      "required": true
    },
    "token": {
      "minLength": 1,
      "maxLength": 200,
      "required": true
    }
  },
  "register": {
    "email": {
      "maxLength": 254,
      "format": "email",
      "required": true
    },
    "full_name": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$",
      "required": true
    },
    "locale": {
      "minLength": 2,
      "maxLength": 35,
      "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
    },
    "password": {
      "minLength": 8,
      "maxLength": 128,
      "required": true
    },
    "referral_code": {
      "maxLength": 40
    },
    "role": {
      "options": [
        "builder",
        "tester"
      ],
      "required": true
    }
  },
  "verifyEmail": {
    "token": {
      "minLength": 1,
      "maxLength": 200,
      "required": true
    }
  },
  "resendVerification": {
    "email": {
      "maxLength": 254,
      "format": "email",
      "required": true
    }
  },
  "updateFinding": {
    "actual": {
      "minLength": 1,
      "maxLength": 2000
    },
    "attachment_ids": {
      "minItems": 0,
      "maxItems": 0,
      "items": {
        "format": "uuid"
      }
    },
    "expected": {
      "minLength": 1,
      "maxLength": 2000
    },
    "kind": {
      "options": [
        "functional",
        "visual",
        "content",
        "crash",
        "performance",
        "usability",
        "accessibility",
        "localisation",
        "compatibility",
        "security",
        "suggestion"
      ]
    },
    "reproducibility": {
      "options": [
        "always",
        "often",
        "sometimes",
        "once"
      ]
    },
    "severity": {
      "options": [
        "critical",
        "major",
        "moderate",
        "minor",
        "trivial"
      ]
    },
    "steps": {
      "minItems": 1,
      "maxItems": 30,
      "items": {
        "minLength": 1,
        "maxLength": 500
      }
    },
    "title": {
      "minLength": 30,
      "maxLength": 120
    },
    "url": {
      "maxLength": 2000,
      "format": "uri"
    }
  },
  "createJob": {
    "brief": {
      "minLength": 1,
      "maxLength": 8000,
      "required": true
    },
    "claim_hours": {
      "min": 1,
      "max": 720
    },
    "currency": {
      "pattern": "^[a-z]{3}$",
      "required": true
    },
    "deadline_at": {
      "format": "date-time"
    },
    "kind": {
      "options": [
        "simple"
      ],
      "required": true
    },
    "on_rejection": {
      "options": [
        "reopen",
        "refund"
      ]
    },
    "project_id": {
      "format": "uuid",
      "required": true
    },
    "requirements": {
      "fields": {
        "browsers": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "countries": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "devices": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "locales": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "notes": {
          "maxLength": 2000
        },
        "os": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "platforms": {
          "minItems": 0,
          "maxItems": 5,
          "items": {
            "options": [
              "web",
              "ios",
              "android",
              "desktop",
              "api"
            ]
          }
        }
      }
    },
    "review_days": {
      "min": 3,
      "max": 14
    },
    "reward_minor": {
      "min": 1,
      "max": 100000000,
      "required": true
    },
    "seats": {
      "min": 1,
      "max": 100,
      "required": true
    },
    "service_type": {
      "options": [
        "functional_scripted",
        "exploratory"
      ],
      "required": true
    },
    "steps": {
      "minItems": 0,
      "maxItems": 50,
      "items": {
        "fields": {
          "expected": {
            "maxLength": 500
          },
          "text": {
            "minLength": 1,
            "maxLength": 500,
            "required": true
          }
        }
      }
    },
    "title": {
      "minLength": 8,
      "maxLength": 120,
      "required": true
    }
  },
  "updateJob": {
    "brief": {
      "minLength": 1,
      "maxLength": 8000
    },
    "claim_hours": {
      "min": 1,
      "max": 720
    },
    "currency": {
      "pattern": "^[a-z]{3}$"
    },
    "deadline_at": {
      "format": "date-time"
    },
    "on_rejection": {
      "options": [
        "reopen",
        "refund"
      ]
    },
    "project_id": {
      "format": "uuid"
    },
    "requirements": {
      "fields": {
        "browsers": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "countries": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "devices": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "locales": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "notes": {
          "maxLength": 2000
        },
        "os": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "platforms": {
          "minItems": 0,
          "maxItems": 5,
          "items": {
            "options": [
              "web",
              "ios",
              "android",
              "desktop",
              "api"
            ]
          }
        }
      }
    },
    "review_days": {
      "min": 3,
      "max": 14
    },
    "reward_minor": {
      "min": 1,
      "max": 100000000
    },
    "seats": {
      "min": 1,
      "max": 100
    },
    "service_type": {
      "options": [
        "functional_scripted",
        "exploratory"
      ]
    },
    "steps": {
      "minItems": 0,
      "maxItems": 50,
      "items": {
        "fields": {
          "expected": {
            "maxLength": 500
          },
          "text": {
            "minLength": 1,
            "maxLength": 500,
            "required": true
          }
        }
      }
    },
    "title": {
      "minLength": 8,
      "maxLength": 120
    }
  },
  "updateMe": {
    "country": {
      "maxLength": 2,
      "pattern": "^([A-Z]{2})?$"
    },
    "full_name": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$"
    },
    "locale": {
      "minLength": 2,
      "maxLength": 35,
      "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
    },
    "time_zone": {
      "minLength": 1,
      "maxLength": 64
    }
  },
  "addRole": {
    "role": {
      "options": [
        "builder",
        "tester"
      ],
      "required": true
    }
  },
  "createProject": {
    "category": {
      "maxLength": 60
    },
    "description": {
      "maxLength": 4000
    },
    "name": {
      "minLength": 1,
      "maxLength": 120,
      "required": true
    },
    "platforms": {
      "minItems": 1,
      "maxItems": 5,
      "items": {
        "options": [
          "web",
          "ios",
          "android",
          "desktop",
          "api"
        ]
      }
    },
    "url": {
      "maxLength": 2000,
      "format": "uri"
    }
  },
  "updateProject": {
    "category": {
      "maxLength": 60
    },
    "description": {
      "maxLength": 4000
    },
    "name": {
      "minLength": 1,
      "maxLength": 120
    },
    "platforms": {
      "minItems": 1,
      "maxItems": 5,
      "items": {
        "options": [
          "web",
          "ios",
          "android",
          "desktop",
          "api"
        ]
      }
    },
    "url": {
      "maxLength": 2000,
      "format": "uri"
    }
  },
  "saveSubmission": {
    "attachment_ids": {
      "minItems": 0,
      "maxItems": 0,
      "items": {
        "format": "uuid"
      }
    },
    "environment": {
      "fields": {
        "browser": {
          "maxLength": 120
        },
        "browser_version": {
          "maxLength": 120
        },
        "build": {
          "maxLength": 120
        },
        "device": {
          "maxLength": 120
        },
        "locale": {
          "maxLength": 120
        },
        "network": {
          "maxLength": 120
        },
        "os": {
          "maxLength": 120
        },
        "os_version": {
          "maxLength": 120
        },
        "time_zone": {
          "maxLength": 120
        },
        "viewport": {
          "maxLength": 120
        }
      }
    },
    "report": {},
    "summary": {
      "maxLength": 4000
    }
  },
  "approveSubmission": {
    "comment": {
      "maxLength": 2000
    },
    "rating": {
      "min": 1,
      "max": 5
    }
  },
  "addFinding": {
    "actual": {
      "minLength": 1,
      "maxLength": 2000,
      "required": true
    },
    "attachment_ids": {
      "minItems": 0,
      "maxItems": 0,
      "items": {
        "format": "uuid"
      }
    },
    "expected": {
      "minLength": 1,
      "maxLength": 2000,
      "required": true
    },
    "kind": {
      "options": [
        "functional",
        "visual",
        "content",
        "crash",
        "performance",
        "usability",
        "accessibility",
        "localisation",
        "compatibility",
        "security",
        "suggestion"
      ],
      "required": true
    },
    "reproducibility": {
      "options": [
        "always",
        "often",
        "sometimes",
        "once"
      ],
      "required": true
    },
    "severity": {
      "options": [
        "critical",
        "major",
        "moderate",
        "minor",
        "trivial"
      ],
      "required": true
    },
    "steps": {
      "minItems": 1,
      "maxItems": 30,
      "required": true,
      "items": {
        "minLength": 1,
        "maxLength": 500
      }
    },
    "title": {
      "minLength": 30,
      "maxLength": 120,
      "required": true
    },
    "url": {
      "maxLength": 2000,
      "format": "uri"
    }
  },
  "rejectSubmission": {
    "comment": {
      "minLength": 10,
      "maxLength": 2000,
      "required": true
    },
    "reason": {
      "options": [
        "out_of_scope",
        "insufficient_evidence",
        "not_reproducible",
        "wrong_environment",
        "instructions_not_followed",
        "duplicate_known",
        "plagiarised_or_generated",
        "abusive"
      ],
      "required": true
    }
  }
} as const;

// SPDX-License-Identifier: Apache-2.0
// Generated from docs/openapi.json by tools/generate.mjs. Change the route tables instead.

export const rules = {
  "submitChargeback": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "decideDispute": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    },
    "summary": {
      "maxLength": 500
    },
    "tester_percent": {
      "min": 0,
      "max": 100,
      "required": true
    }
  },
  "removeFile": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "removeJob": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "setMarket": {
    "builders": {
      "required": true
    },
    "currency": {
      "minLength": 3,
      "maxLength": 3,
      "pattern": "^[a-z]{3}$",
      "required": true
    },
    "name": {
      "minLength": 1,
      "maxLength": 80,
      "required": true
    },
    "payout_min_minor": {
      "min": 1,
      "max": 10000000
    },
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    },
    "testers": {
      "required": true
    }
  },
  "retryPayout": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "reversePayout": {
    "amount_minor": {
      "min": 1,
      "max": 1000000000
    },
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    },
    "to": {
      "options": [
        "builder",
        "platform"
      ],
      "required": true
    }
  },
  "setPrice": {
    "amount_minor": {
      "min": 1,
      "max": 100000000
    },
    "builder_fee_bps": {
      "min": 0,
      "max": 10000
    },
    "currency": {
      "minLength": 3,
      "pattern": "^[a-z]{3}$"
    },
    "factor": {
      "options": [
        "level",
        "device_rarity",
        "locale_rarity",
        "turnaround",
        "confidentiality",
        "complexity"
      ]
    },
    "kind": {
      "options": [
        "base",
        "factor",
        "floor",
        "fee"
      ],
      "required": true
    },
    "level": {
      "options": [
        "newcomer",
        "experienced",
        "expert"
      ]
    },
    "market": {
      "minLength": 2,
      "pattern": "^[A-Z]{2}$"
    },
    "minutes": {
      "min": 1,
      "max": 10000
    },
    "multiplier_bps": {
      "min": 100,
      "max": 1000000
    },
    "option": {
      "minLength": 1,
      "maxLength": 40
    },
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    },
    "service_type": {
      "options": [
        "functional_scripted",
        "exploratory",
        "usability_unmoderated",
        "usability_moderated",
        "onboarding_ftue",
        "accessibility",
        "localisation",
        "compatibility",
        "performance_perceived",
        "security",
        "regression",
        "fix_verification",
        "payment_flow",
        "content_docs",
        "api_dx",
        "beta_diary",
        "competitive_review",
        "smoke_release"
      ]
    },
    "tester_fee_bps": {
      "min": 0,
      "max": 10000
    },
    "valid_from": {
      "minLength": 1,
      "format": "date-time"
    },
    "valid_until": {
      "minLength": 1,
      "format": "date-time"
    }
  },
  "endPrice": {
    "at": {
      "minLength": 1,
      "format": "date-time"
    },
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "redriveKind": {
    "kind": {
      "minLength": 1,
      "maxLength": 60,
      "pattern": "^[a-z_.]+$",
      "required": true
    },
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "redriveJob": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "reconcileNow": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    },
    "since": {
      "format": "date-time"
    }
  },
  "retryRefund": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "runSchedule": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "refundSubmission": {
    "amount_minor": {
      "min": 1,
      "max": 1000000000,
      "required": true
    },
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "taxReport": {
    "country": {
      "minLength": 2,
      "maxLength": 2,
      "pattern": "[A-Z]{2}"
    },
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    },
    "year": {
      "min": 2020,
      "max": 2100,
      "required": true
    }
  },
  "eraseUserFiles": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "freezeUser": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "reinstateUser": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "setUserRoles": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    },
    "roles": {
      "minItems": 0,
      "maxItems": 3,
      "required": true,
      "items": {
        "options": [
          "builder",
          "tester",
          "admin"
        ]
      }
    },
    "scopes": {
      "minItems": 0,
      "maxItems": 4,
      "required": true,
      "items": {
        "options": [
          "support",
          "finance",
          "moderation",
          "super"
        ]
      }
    }
  },
  "suspendUser": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "unfreezeUser": {
    "reason": {
      "minLength": 3,
      "maxLength": 500,
      "required": true
    }
  },
  "cancelAssignment": {
    "comment": {
      "minLength": 10,
      "maxLength": 2000,
      "required": true
    }
  },
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
  "disableTotp": {
    "code": {
      "minLength": 6,
      "maxLength": 40,
      "required": true
    },
    "password": {
      "minLength": 1,
      "maxLength": 128,
      "required": true
    }
  },
  "confirmTotp": {
    "code": {
      "minLength": 6,
      "maxLength": 6,
      "pattern": "^[0-9]{6}$",
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
  "acceptBid": {
    "revision": {
      "min": 1,
      "required": true
    }
  },
  "counterBid": {
    "days": {
      "min": 1,
      "max": 60
    },
    "items": {
      "minItems": 1,
      "maxItems": 30,
      "items": {
        "fields": {
          "amount_minor": {
            "min": 1,
            "max": 100000000,
            "required": true
          },
          "item_id": {
            "format": "uuid",
            "required": true
          }
        }
      }
    },
    "message": {
      "maxLength": 4000
    }
  },
  "rejectBid": {
    "note": {
      "maxLength": 1000
    },
    "reason": {
      "options": [
        "too_expensive",
        "not_a_match",
        "too_slow",
        "other_tester",
        "plan_changed",
        "other"
      ],
      "required": true
    }
  },
  "reviseBid": {
    "days": {
      "min": 1,
      "max": 60
    },
    "items": {
      "minItems": 1,
      "maxItems": 30,
      "items": {
        "fields": {
          "amount_minor": {
            "min": 1,
            "max": 100000000,
            "required": true
          },
          "item_id": {
            "format": "uuid",
            "required": true
          }
        }
      }
    },
    "message": {
      "maxLength": 4000
    }
  },
  "answerDispute": {
    "body": {
      "minLength": 1,
      "maxLength": 2000,
      "required": true
    }
  },
  "appealDecision": {
    "statement": {
      "minLength": 1,
      "maxLength": 2000,
      "required": true
    }
  },
  "proposeSplit": {
    "tester_percent": {
      "min": 0,
      "max": 100,
      "required": true
    }
  },
  "updateFile": {
    "marks": {
      "minItems": 0,
      "maxItems": 200,
      "items": {
        "fields": {
          "at_ms": {
            "required": true
          },
          "note": {
            "maxLength": 500
          }
        }
      }
    },
    "name": {
      "minLength": 1,
      "maxLength": 200
    }
  },
  "trimFile": {
    "end_ms": {
      "min": 100,
      "max": 86400000,
      "required": true
    },
    "start_ms": {
      "min": 0,
      "max": 86400000,
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
      "maxItems": 20,
      "items": {
        "format": "uuid"
      }
    },
    "console_excerpt": {
      "maxLength": 10000
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
        "pixel_ratio": {
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
    "expected": {
      "minLength": 1,
      "maxLength": 2000
    },
    "failing_request": {
      "maxLength": 4000
    },
    "first_seen_build": {
      "maxLength": 120
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
    "preconditions": {
      "maxLength": 2000
    },
    "reproducibility": {
      "options": [
        "always",
        "often",
        "sometimes",
        "once"
      ]
    },
    "scale": {
      "fields": {
        "frequency": {
          "options": [
            "rare",
            "common"
          ]
        },
        "impact": {
          "options": [
            "easy",
            "hard"
          ]
        },
        "name": {
          "options": [
            "nielsen",
            "cvss",
            "mqm",
            "wcag",
            "bugcrowd",
            "bugzilla"
          ]
        },
        "persistence": {
          "options": [
            "once",
            "repeatedly"
          ]
        },
        "value": {
          "minLength": 1,
          "maxLength": 20
        },
        "vector": {
          "minLength": 1,
          "maxLength": 100
        }
      }
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
    "severity_reason": {
      "maxLength": 1000
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
    "tries_seen": {
      "min": 0,
      "max": 100
    },
    "tries_total": {
      "min": 0,
      "max": 100
    },
    "url": {
      "maxLength": 2000,
      "format": "uri"
    },
    "workaround": {
      "maxLength": 2000
    },
    "works_in_build": {
      "maxLength": 120
    }
  },
  "markFindingFixed": {
    "build": {
      "maxLength": 120
    },
    "note": {
      "maxLength": 1000
    }
  },
  "reopenFinding": {
    "note": {
      "minLength": 1,
      "maxLength": 1000,
      "required": true
    }
  },
  "judgeFinding": {
    "confirmation": {},
    "duplicate_of": {
      "format": "uuid"
    },
    "known_issue_id": {
      "format": "uuid"
    },
    "reason": {
      "maxLength": 1000
    },
    "severity_final": {
      "options": [
        "critical",
        "major",
        "moderate",
        "minor",
        "trivial"
      ]
    },
    "verdict": {
      "options": [
        "valid",
        "duplicate",
        "known",
        "informative",
        "works_as_designed",
        "not_reproducible",
        "out_of_scope",
        "spam"
      ],
      "required": true
    }
  },
  "markFindingVerified": {
    "note": {
      "maxLength": 1000
    }
  },
  "createJob": {
    "bidding_deadline_at": {
      "format": "date-time"
    },
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
        "simple",
        "structured"
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
        "level": {
          "options": [
            "any",
            "experienced",
            "expert"
          ]
        },
        "locales": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "nda": {},
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
        },
        "skills": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
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
    "roles": {
      "minItems": 0,
      "maxItems": 20,
      "items": {
        "fields": {
          "budget_high_minor": {
            "min": 1,
            "max": 100000000
          },
          "budget_low_minor": {
            "min": 1,
            "max": 100000000
          },
          "id": {
            "format": "uuid"
          },
          "items": {
            "minItems": 0,
            "maxItems": 30,
            "required": true,
            "items": {
              "fields": {
                "bonus_cap_minor": {
                  "min": 0,
                  "max": 100000000
                },
                "bonus_unit_minor": {
                  "min": 0,
                  "max": 100000000
                },
                "change_rounds": {
                  "min": 0,
                  "max": 5
                },
                "details": {},
                "id": {
                  "format": "uuid"
                },
                "instructions": {
                  "minLength": 1,
                  "maxLength": 8000,
                  "required": true
                },
                "quantity": {
                  "min": 1,
                  "max": 1000
                },
                "required": {},
                "service_type": {
                  "options": [
                    "functional_scripted",
                    "exploratory",
                    "usability_unmoderated",
                    "usability_moderated",
                    "onboarding_ftue",
                    "accessibility",
                    "localisation",
                    "compatibility",
                    "performance_perceived",
                    "security",
                    "regression",
                    "fix_verification",
                    "payment_flow",
                    "content_docs",
                    "api_dx",
                    "beta_diary",
                    "competitive_review",
                    "smoke_release"
                  ],
                  "required": true
                },
                "title": {
                  "minLength": 1,
                  "maxLength": 120,
                  "required": true
                }
              }
            }
          },
          "name": {
            "minLength": 1,
            "maxLength": 120,
            "required": true
          },
          "persona": {
            "maxLength": 2000
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
              "level": {
                "options": [
                  "any",
                  "experienced",
                  "expert"
                ]
              },
              "locales": {
                "minItems": 0,
                "maxItems": 20,
                "items": {
                  "minLength": 1,
                  "maxLength": 80
                }
              },
              "nda": {},
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
              },
              "skills": {
                "minItems": 0,
                "maxItems": 20,
                "items": {
                  "minLength": 1,
                  "maxLength": 80
                }
              }
            }
          },
          "seats": {
            "min": 1,
            "max": 100,
            "required": true
          }
        }
      }
    },
    "seats": {
      "min": 1,
      "max": 100
    },
    "service_type": {
      "options": [
        "functional_scripted",
        "exploratory",
        "usability_unmoderated",
        "usability_moderated",
        "onboarding_ftue",
        "accessibility",
        "localisation",
        "compatibility",
        "performance_perceived",
        "security",
        "regression",
        "fix_verification",
        "payment_flow",
        "content_docs",
        "api_dx",
        "beta_diary",
        "competitive_review",
        "smoke_release"
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
      "maxLength": 120,
      "required": true
    }
  },
  "updateJob": {
    "bidding_deadline_at": {
      "format": "date-time"
    },
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
        "level": {
          "options": [
            "any",
            "experienced",
            "expert"
          ]
        },
        "locales": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
          }
        },
        "nda": {},
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
        },
        "skills": {
          "minItems": 0,
          "maxItems": 20,
          "items": {
            "minLength": 1,
            "maxLength": 80
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
    "roles": {
      "minItems": 0,
      "maxItems": 20,
      "items": {
        "fields": {
          "budget_high_minor": {
            "min": 1,
            "max": 100000000
          },
          "budget_low_minor": {
            "min": 1,
            "max": 100000000
          },
          "id": {
            "format": "uuid"
          },
          "items": {
            "minItems": 0,
            "maxItems": 30,
            "required": true,
            "items": {
              "fields": {
                "bonus_cap_minor": {
                  "min": 0,
                  "max": 100000000
                },
                "bonus_unit_minor": {
                  "min": 0,
                  "max": 100000000
                },
                "change_rounds": {
                  "min": 0,
                  "max": 5
                },
                "details": {},
                "id": {
                  "format": "uuid"
                },
                "instructions": {
                  "minLength": 1,
                  "maxLength": 8000,
                  "required": true
                },
                "quantity": {
                  "min": 1,
                  "max": 1000
                },
                "required": {},
                "service_type": {
                  "options": [
                    "functional_scripted",
                    "exploratory",
                    "usability_unmoderated",
                    "usability_moderated",
                    "onboarding_ftue",
                    "accessibility",
                    "localisation",
                    "compatibility",
                    "performance_perceived",
                    "security",
                    "regression",
                    "fix_verification",
                    "payment_flow",
                    "content_docs",
                    "api_dx",
                    "beta_diary",
                    "competitive_review",
                    "smoke_release"
                  ],
                  "required": true
                },
                "title": {
                  "minLength": 1,
                  "maxLength": 120,
                  "required": true
                }
              }
            }
          },
          "name": {
            "minLength": 1,
            "maxLength": 120,
            "required": true
          },
          "persona": {
            "maxLength": 2000
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
              "level": {
                "options": [
                  "any",
                  "experienced",
                  "expert"
                ]
              },
              "locales": {
                "minItems": 0,
                "maxItems": 20,
                "items": {
                  "minLength": 1,
                  "maxLength": 80
                }
              },
              "nda": {},
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
              },
              "skills": {
                "minItems": 0,
                "maxItems": 20,
                "items": {
                  "minLength": 1,
                  "maxLength": 80
                }
              }
            }
          },
          "seats": {
            "min": 1,
            "max": 100,
            "required": true
          }
        }
      }
    },
    "seats": {
      "min": 1,
      "max": 100
    },
    "service_type": {
      "options": [
        "functional_scripted",
        "exploratory",
        "usability_unmoderated",
        "usability_moderated",
        "onboarding_ftue",
        "accessibility",
        "localisation",
        "compatibility",
        "performance_perceived",
        "security",
        "regression",
        "fix_verification",
        "payment_flow",
        "content_docs",
        "api_dx",
        "beta_diary",
        "competitive_review",
        "smoke_release"
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
  "createBid": {
    "days": {
      "min": 1,
      "max": 60,
      "required": true
    },
    "draft": {},
    "items": {
      "minItems": 1,
      "maxItems": 30,
      "required": true,
      "items": {
        "fields": {
          "amount_minor": {
            "min": 1,
            "max": 100000000,
            "required": true
          },
          "item_id": {
            "format": "uuid",
            "required": true
          }
        }
      }
    },
    "message": {
      "maxLength": 4000
    },
    "role_id": {
      "format": "uuid",
      "required": true
    }
  },
  "copyJob": {
    "project_id": {
      "format": "uuid"
    }
  },
  "inviteTesters": {
    "message": {
      "maxLength": 2000
    },
    "role_id": {
      "format": "uuid",
      "required": true
    },
    "tester_ids": {
      "minItems": 1,
      "maxItems": 20,
      "required": true,
      "items": {
        "format": "uuid"
      }
    }
  },
  "offerJob": {
    "days": {
      "min": 1,
      "max": 60,
      "required": true
    },
    "items": {
      "minItems": 1,
      "maxItems": 30,
      "required": true,
      "items": {
        "fields": {
          "amount_minor": {
            "min": 1,
            "max": 100000000,
            "required": true
          },
          "item_id": {
            "format": "uuid",
            "required": true
          }
        }
      }
    },
    "message": {
      "maxLength": 4000
    },
    "role_id": {
      "format": "uuid",
      "required": true
    },
    "tester_id": {
      "format": "uuid",
      "required": true
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
  "putDevices": {
    "items": {
      "minItems": 0,
      "maxItems": 30,
      "required": true,
      "items": {
        "fields": {
          "browser": {
            "maxLength": 40,
            "pattern": "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$"
          },
          "browser_version": {
            "maxLength": 40,
            "pattern": "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$"
          },
          "kind": {
            "options": [
              "phone",
              "tablet",
              "laptop",
              "desktop",
              "tv",
              "watch",
              "other"
            ],
            "required": true
          },
          "name": {
            "minLength": 1,
            "maxLength": 80,
            "pattern": "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$",
            "required": true
          },
          "os": {
            "minLength": 1,
            "maxLength": 40,
            "pattern": "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$",
            "required": true
          },
          "os_version": {
            "minLength": 1,
            "maxLength": 40,
            "pattern": "^[^\r\n\t]*[^ \r\n\t][^\r\n\t]*$",
            "required": true
          }
        }
      }
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
  "updateTesterProfile": {
    "bio": {
      "maxLength": 2000
    },
    "is_paused": {},
    "languages": {
      "minItems": 0,
      "maxItems": 20,
      "items": {
        "minLength": 1,
        "maxLength": 35
      }
    },
    "skills": {
      "minItems": 0,
      "maxItems": 50,
      "items": {
        "minLength": 1,
        "maxLength": 60
      }
    }
  },
  "markRead": {
    "ids": {
      "minItems": 0,
      "maxItems": 100,
      "items": {
        "format": "uuid"
      }
    }
  },
  "estimate": {
    "currency": {
      "pattern": "^[a-z]{3}$",
      "required": true
    },
    "market": {
      "minLength": 2,
      "pattern": "^[A-Z]{2}$"
    },
    "roles": {
      "minItems": 0,
      "maxItems": 20,
      "required": true,
      "items": {
        "fields": {
          "confidentiality": {
            "options": [
              "none",
              "nda"
            ]
          },
          "device_rarity": {
            "options": [
              "common",
              "uncommon",
              "rare"
            ]
          },
          "items": {
            "minItems": 0,
            "maxItems": 30,
            "required": true,
            "items": {
              "fields": {
                "bonus_cap_minor": {
                  "min": 0,
                  "max": 100000000
                },
                "complexity": {
                  "options": [
                    "standard",
                    "simple",
                    "complex"
                  ]
                },
                "quantity": {
                  "min": 1,
                  "max": 1000
                },
                "required": {},
                "service_type": {
                  "options": [
                    "functional_scripted",
                    "exploratory",
                    "usability_unmoderated",
                    "usability_moderated",
                    "onboarding_ftue",
                    "accessibility",
                    "localisation",
                    "compatibility",
                    "performance_perceived",
                    "security",
                    "regression",
                    "fix_verification",
                    "payment_flow",
                    "content_docs",
                    "api_dx",
                    "beta_diary",
                    "competitive_review",
                    "smoke_release"
                  ],
                  "required": true
                },
                "title": {
                  "maxLength": 120
                }
              }
            }
          },
          "level": {
            "options": [
              "any",
              "experienced",
              "expert"
            ]
          },
          "locale_rarity": {
            "options": [
              "common",
              "uncommon",
              "rare"
            ]
          },
          "name": {
            "maxLength": 120
          },
          "seats": {
            "min": 1,
            "max": 100,
            "required": true
          },
          "turnaround": {
            "options": [
              "standard",
              "fast",
              "urgent"
            ]
          }
        }
      }
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
  "addKnownIssue": {
    "note": {
      "maxLength": 2000
    },
    "title": {
      "minLength": 8,
      "maxLength": 120,
      "required": true
    },
    "url": {
      "maxLength": 2000,
      "format": "uri"
    }
  },
  "setProjectPictures": {
    "icon_id": {
      "format": "uuid"
    },
    "screenshot_ids": {
      "minItems": 0,
      "maxItems": 8,
      "required": true,
      "items": {
        "format": "uuid"
      }
    }
  },
  "saveSubmission": {
    "active_minutes": {
      "min": 0,
      "max": 10080
    },
    "assistance": {
      "options": [
        "none",
        "tool",
        "ai"
      ]
    },
    "assistance_note": {
      "maxLength": 1000
    },
    "attachment_ids": {
      "minItems": 0,
      "maxItems": 100,
      "items": {
        "format": "uuid"
      }
    },
    "ended_at": {
      "format": "date-time"
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
        "pixel_ratio": {
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
    "evidence": {
      "minItems": 0,
      "maxItems": 100,
      "items": {
        "fields": {
          "about": {
            "maxLength": 120
          },
          "file_id": {
            "format": "uuid"
          },
          "kind": {
            "options": [
              "screenshot",
              "recording",
              "trace",
              "log",
              "receipt",
              "output"
            ],
            "required": true
          },
          "note": {
            "maxLength": 500
          },
          "url": {
            "minLength": 1,
            "maxLength": 2000,
            "format": "uri"
          }
        }
      }
    },
    "outcome": {
      "options": [
        "completed",
        "partly",
        "blocked"
      ]
    },
    "report": {},
    "started_at": {
      "format": "date-time"
    },
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
  "approvePartially": {
    "comment": {
      "minLength": 10,
      "maxLength": 2000,
      "required": true
    },
    "percent": {
      "min": 1,
      "max": 99,
      "required": true
    }
  },
  "disputeSubmission": {
    "kind": {
      "options": [
        "scope",
        "evidence",
        "severity",
        "duplicate",
        "environment",
        "conduct",
        "payment"
      ],
      "required": true
    },
    "statement": {
      "minLength": 1,
      "maxLength": 2000,
      "required": true
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
      "maxItems": 20,
      "items": {
        "format": "uuid"
      }
    },
    "console_excerpt": {
      "maxLength": 10000
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
        "pixel_ratio": {
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
    "expected": {
      "minLength": 1,
      "maxLength": 2000,
      "required": true
    },
    "failing_request": {
      "maxLength": 4000
    },
    "first_seen_build": {
      "maxLength": 120
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
    "preconditions": {
      "maxLength": 2000
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
    "scale": {
      "fields": {
        "frequency": {
          "options": [
            "rare",
            "common"
          ]
        },
        "impact": {
          "options": [
            "easy",
            "hard"
          ]
        },
        "name": {
          "options": [
            "nielsen",
            "cvss",
            "mqm",
            "wcag",
            "bugcrowd",
            "bugzilla"
          ]
        },
        "persistence": {
          "options": [
            "once",
            "repeatedly"
          ]
        },
        "value": {
          "minLength": 1,
          "maxLength": 20
        },
        "vector": {
          "minLength": 1,
          "maxLength": 100
        }
      }
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
    "severity_reason": {
      "maxLength": 1000
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
    "tries_seen": {
      "min": 0,
      "max": 100
    },
    "tries_total": {
      "min": 0,
      "max": 100
    },
    "url": {
      "maxLength": 2000,
      "format": "uri"
    },
    "workaround": {
      "maxLength": 2000
    },
    "works_in_build": {
      "maxLength": 120
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
  },
  "replyInfo": {
    "answer": {
      "minLength": 1,
      "maxLength": 4000,
      "required": true
    }
  },
  "requestChanges": {
    "comment": {
      "minLength": 10,
      "maxLength": 2000,
      "required": true
    }
  },
  "requestInfo": {
    "question": {
      "minLength": 10,
      "maxLength": 2000,
      "required": true
    }
  },
  "waiveSubmission": {
    "comment": {
      "minLength": 10,
      "maxLength": 2000,
      "required": true
    }
  },
  "savePlan": {
    "currency": {
      "pattern": "^[a-z]{3}$",
      "required": true
    },
    "market": {
      "minLength": 2,
      "pattern": "^[A-Z]{2}$"
    },
    "name": {
      "minLength": 1,
      "maxLength": 120,
      "required": true
    },
    "roles": {
      "minItems": 0,
      "maxItems": 20,
      "required": true,
      "items": {
        "fields": {
          "confidentiality": {
            "options": [
              "none",
              "nda"
            ]
          },
          "device_rarity": {
            "options": [
              "common",
              "uncommon",
              "rare"
            ]
          },
          "items": {
            "minItems": 0,
            "maxItems": 30,
            "required": true,
            "items": {
              "fields": {
                "bonus_cap_minor": {
                  "min": 0,
                  "max": 100000000
                },
                "complexity": {
                  "options": [
                    "standard",
                    "simple",
                    "complex"
                  ]
                },
                "quantity": {
                  "min": 1,
                  "max": 1000
                },
                "required": {},
                "service_type": {
                  "options": [
                    "functional_scripted",
                    "exploratory",
                    "usability_unmoderated",
                    "usability_moderated",
                    "onboarding_ftue",
                    "accessibility",
                    "localisation",
                    "compatibility",
                    "performance_perceived",
                    "security",
                    "regression",
                    "fix_verification",
                    "payment_flow",
                    "content_docs",
                    "api_dx",
                    "beta_diary",
                    "competitive_review",
                    "smoke_release"
                  ],
                  "required": true
                },
                "title": {
                  "maxLength": 120
                }
              }
            }
          },
          "level": {
            "options": [
              "any",
              "experienced",
              "expert"
            ]
          },
          "locale_rarity": {
            "options": [
              "common",
              "uncommon",
              "rare"
            ]
          },
          "name": {
            "maxLength": 120
          },
          "seats": {
            "min": 1,
            "max": 100,
            "required": true
          },
          "turnaround": {
            "options": [
              "standard",
              "fast",
              "urgent"
            ]
          }
        }
      }
    }
  },
  "updatePlan": {
    "currency": {
      "pattern": "^[a-z]{3}$",
      "required": true
    },
    "market": {
      "minLength": 2,
      "pattern": "^[A-Z]{2}$"
    },
    "name": {
      "minLength": 1,
      "maxLength": 120,
      "required": true
    },
    "roles": {
      "minItems": 0,
      "maxItems": 20,
      "required": true,
      "items": {
        "fields": {
          "confidentiality": {
            "options": [
              "none",
              "nda"
            ]
          },
          "device_rarity": {
            "options": [
              "common",
              "uncommon",
              "rare"
            ]
          },
          "items": {
            "minItems": 0,
            "maxItems": 30,
            "required": true,
            "items": {
              "fields": {
                "bonus_cap_minor": {
                  "min": 0,
                  "max": 100000000
                },
                "complexity": {
                  "options": [
                    "standard",
                    "simple",
                    "complex"
                  ]
                },
                "quantity": {
                  "min": 1,
                  "max": 1000
                },
                "required": {},
                "service_type": {
                  "options": [
                    "functional_scripted",
                    "exploratory",
                    "usability_unmoderated",
                    "usability_moderated",
                    "onboarding_ftue",
                    "accessibility",
                    "localisation",
                    "compatibility",
                    "performance_perceived",
                    "security",
                    "regression",
                    "fix_verification",
                    "payment_flow",
                    "content_docs",
                    "api_dx",
                    "beta_diary",
                    "competitive_review",
                    "smoke_release"
                  ],
                  "required": true
                },
                "title": {
                  "maxLength": 120
                }
              }
            }
          },
          "level": {
            "options": [
              "any",
              "experienced",
              "expert"
            ]
          },
          "locale_rarity": {
            "options": [
              "common",
              "uncommon",
              "rare"
            ]
          },
          "name": {
            "maxLength": 120
          },
          "seats": {
            "min": 1,
            "max": 100,
            "required": true
          },
          "turnaround": {
            "options": [
              "standard",
              "fast",
              "urgent"
            ]
          }
        }
      }
    }
  },
  "planJob": {
    "brief": {
      "minLength": 1,
      "maxLength": 8000
    },
    "project_id": {
      "format": "uuid",
      "required": true
    },
    "title": {
      "minLength": 8,
      "maxLength": 120
    }
  }
} as const;

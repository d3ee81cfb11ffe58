/* SPDX-License-Identifier: Apache-2.0 */
/* pt_time.c - RFC 3339 instants. */

#include "core/pt_time.h"

/* PostgreSQL takes no larger offset; the largest in use is 14 hours. */
#define TIME_OFFSET_HOURS_MAX 15

/* Read exactly n digits. @return where they end, or NULL */
static const char *time_digits(int *out, const char *s, int n)
{
    *out = 0;
    while (n-- > 0) {
        if (*s < '0' || *s > '9')
            return NULL;
        *out = *out * 10 + (*s++ - '0');
    }
    return s;
}

/* Read n digits and the character that must follow them. */
static const char *time_part(int *out, const char *s, int n, char end)
{
    s = time_digits(out, s, n);
    return s && *s == end ? s + 1 : NULL;
}

static int time_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

/* Days since 1970-01-01: the year is made to begin in March, so that the leap
 * day is its last. */
static apr_int64_t time_days(int year, int month, int day)
{
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;

    return 365 * (apr_int64_t)y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5
           + day - 1 - 719468;
}

/* Read ".123" as microseconds; what is finer is cut off. */
static const char *time_fraction(int *usec, const char *s)
{
    int unit = 100000;

    *usec = 0;
    if (*s != '.')
        return s;
    if (*++s < '0' || *s > '9')
        return NULL;
    for (; *s >= '0' && *s <= '9'; s++, unit /= 10)
        *usec += (*s - '0') * unit;
    return s;
}

/* Read "Z" or "+01:30", which must end the text. @return 1 when valid */
static int time_offset(int *seconds, const char *s)
{
    int sign = *s == '-' ? -1 : 1, hours, minutes;

    *seconds = 0;
    if ((*s == 'Z' || *s == 'z') && !s[1])
        return 1;
    if (*s != '+' && *s != '-')
        return 0;
    if (!(s = time_part(&hours, s + 1, 2, ':'))
        || !(s = time_digits(&minutes, s, 2)) || *s)
        return 0;
    *seconds = sign * (hours * 3600 + minutes * 60);
    return hours <= TIME_OFFSET_HOURS_MAX && minutes < 60;
}

int pt_time_parse(apr_time_t *out, const char *s)
{
    int year, month, day, hour, minute, second, usec, offset;
    apr_int64_t seconds;

    if (!(s = time_part(&year, s, 4, '-'))
        || !(s = time_part(&month, s, 2, '-')) || !(s = time_digits(&day, s, 2))
        || (*s != 'T' && *s != 't'))
        return 0;
    if (!(s = time_part(&hour, s + 1, 2, ':'))
        || !(s = time_part(&minute, s, 2, ':'))
        || !(s = time_digits(&second, s, 2)) || !(s = time_fraction(&usec, s))
        || !time_offset(&offset, s))
        return 0;
    if (year < 1 || month < 1 || month > 12 || day < 1
        || day > time_days_in_month(year, month) || hour > 23 || minute > 59
        || second > 60) /* a leap second, RFC 3339, section 5.7 */
        return 0;
    seconds = time_days(year, month, day) * 86400 + hour * 3600 + minute * 60
              + second - offset;
    *out = apr_time_from_sec(seconds) + usec;
    return 1;
}

apr_int64_t pt_time_now(void)
{
    return apr_time_sec(apr_time_now());
}

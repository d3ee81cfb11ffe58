-- api.try_delay: how long after so many tries the next one may come. The first few are
-- free; then the wait doubles, up to a minute, which a guesser feels and an owner survives.
CREATE FUNCTION api.try_delay(tries int, free int) RETURNS interval
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN tries < free THEN interval '0'
            ELSE least(60, 2 ^ least(tries - free, 6)) * interval '1 second' END;

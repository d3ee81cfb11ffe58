-- SPDX-License-Identifier: Apache-2.0
-- wrk script: requests for random jobs of bench/seed.sql.
-- Arguments: method, path, body, token, step, highest number. In path and body,
--   {id}      is a random multiple of step up to the highest number,
--   {uuid}    the id of that job,
--   {bid}     the id of one of its ten bids, if it is structured,
--   {cursor}  the marketplace's cursor that stands before it, newest first.
-- Structured jobs are the multiples of 2, those of the bench account the multiples of 40.
local PREPARED = 4000
local OPENED_US = 1735689600000000 -- 2025-01-01, in microseconds
local DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set('seed', threads)
end

local function base64url(text)
  return (text:gsub('..?.?', function(group)
    local a, b, c = group:byte(1, 3)
    local n = a * 65536 + (b or 0) * 256 + (c or 0)
    local out = ''
    for i = 0, #group do
      local digit = math.floor(n / 64 ^ (3 - i)) % 64 + 1
      out = out .. DIGITS:sub(digit, digit)
    end
    return out
  end))
end

local function fill(template, n)
  local uuid = string.format('00000000-0000-7000-8000-%012d', n)
  local bid = string.format('00000007-0000-7000-8000-%012d', n * 5 - math.random(0, 9))
  local cursor = base64url(string.format('%.0f|%s', OPENED_US + n * 30000000, uuid))
  return (template:gsub('{id}', string.format('%d', n)):gsub('{uuid}', uuid):gsub('{bid}', bid)
    :gsub('{cursor}', cursor))
end

local requests, sent = {}, 0
function init(args)
  local method, path, body, token = args[1], args[2], args[3], args[4]
  local step, highest = tonumber(args[5]), tonumber(args[6])
  local headers = {}
  if token ~= '' then headers['Authorization'] = 'Bearer ' .. token end
  if body ~= '' then headers['Content-Type'] = 'application/json' end
  math.randomseed(os.time() * 10 + (seed or 0))
  for i = 1, PREPARED do
    local n = step * math.random(1, math.floor(highest / step))
    requests[i] = wrk.format(method, fill(path, n), headers, body ~= '' and fill(body, n) or nil)
  end
end

function request()
  sent = sent % PREPARED + 1
  return requests[sent]
end

function done(summary, latency)
  io.write(string.format(
    '\nJSON {"requests":%d,"us":%d,"bytes":%d,"non2xx":%d,"sockerr":%d,"p50":%d,"p90":%d,"p99":%d,"max":%d}\n',
    summary.requests, summary.duration, summary.bytes, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max))
end

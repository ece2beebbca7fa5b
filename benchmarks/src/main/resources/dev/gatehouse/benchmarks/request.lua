-- Posts the body in the file args[1] with %NEW% replaced by letters that never come twice, so that no memory of earlier
-- texts helps. Prints one line for the benchmark to read.
local head, tail

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local template = file:read("*a")
  file:close()
  local first, last = template:find("%NEW%", 1, true)
  head, tail = template:sub(1, first - 1), template:sub(last + 1)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  math.randomseed(os.time())
end

local function letters()
  local word = {}
  for i = 1, 12 do
    word[i] = string.char(math.random(97, 122))
  end
  return table.concat(word)
end

function request()
  return wrk.format(nil, nil, nil, head .. letters() .. tail)
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(99)))
end

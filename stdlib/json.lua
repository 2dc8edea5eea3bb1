--- Reads and writes JSON.
---
--- JSON's null is `json.null`, because a table cannot hold nil. An empty table is written as `[]`;
--- `json.object{}` marks one that is to be `{}`, and what was read as `{}` is marked so. Objects of
--- `fog` are written with their fields. Names are written in the order of the alphabet, so that the
--- same value gives the same text.
---@class json
local json = {}

local native = ...
local check = native.module("check")

-- Deepest nesting that is read or written.
local deepest = 200

local Null = { __name = "null", __metatable = "null" }
function Null.__tostring()
  return "null"
end

--- Stands for JSON's null.
json.null = setmetatable({}, Null)

local Object = { __name = "json.object", __metatable = "json.object" }

--- Marks a table as a JSON object, which counts where it is empty.
---
--- ```lua
--- print(json.encode({}), json.encode(json.object({})))  --> []	{}
--- ```
---
---@param fields? table<string, any> Table to mark, which has no metatable; a new one if absent.
---@return table fields The same table.
function json.object(fields)
  fields = check.optional("json.object", 1, "fields", fields, "table") or {}
  if getmetatable(fields) ~= nil then
    check.refuse("json.object", 1, "fields", "a table without a metatable expected")
  end
  return setmetatable(fields, Object)
end

local escapes = {
  ['"'] = '\\"',
  ["\\"] = "\\\\",
  ["\b"] = "\\b",
  ["\f"] = "\\f",
  ["\n"] = "\\n",
  ["\r"] = "\\r",
  ["\t"] = "\\t",
  ["\127"] = "\\u007f",
}
for code = 0, 31 do
  local character = string.char(code)
  escapes[character] = escapes[character] or string.format("\\u%04x", code)
end

-- Mends one character with what follows it: each byte that is no UTF-8 becomes U+FFFD.
local function mended(piece)
  local good = 0
  for length = 4, 2, -1 do
    if utf8.len(piece:sub(1, length)) == 1 then
      good = math.min(length, #piece)
      break
    end
  end
  return piece:sub(1, good) .. ("\u{FFFD}"):rep(#piece - good)
end

-- Gives a text that is UTF-8. It goes by pieces, since a list of all would fill the memory.
local function valid(subject)
  return (subject:gsub("[\x80-\xFF][\x80-\xBF]*", mended))
end

local function quote(subject)
  if subject:find("[\x80-\xFF]") and not utf8.len(subject) then
    subject = valid(subject)
  end
  return '"' .. subject:gsub('[%c"\\]', escapes) .. '"'
end

local function number_text(number)
  if math.type(number) == "integer" then
    return string.format("%d", number)
  end
  if number ~= number or number == math.huge or number == -math.huge then
    return nil, "JSON has no number " .. tostring(number)
  end
  local words = string.format("%.15g", number)
  if tonumber(words) ~= number then
    words = string.format("%.17g", number)
  end
  return words:find("[.e]") and words or words .. ".0"
end

-- Tells what a table is: its number of items if it is a list, nil if it is an object.
local function list_count(value)
  if getmetatable(value) == "json.object" then
    return nil
  end
  local count, keys = check.count(value), 0
  for key in next, value do
    local is_place = math.type(key) == "integer" and key >= 1 and key <= count
    if not is_place and not (key == "n" and count == value.n) then
      return nil
    end
    keys = keys + 1
  end
  return count, keys
end

local encode_value

local function encode_list(value, count, writer, depth)
  local parts, indent = writer.parts, writer.indent
  if count == 0 then
    parts[#parts + 1] = "[]"
    return
  end
  local inner = indent and "\n" .. indent:rep(depth) or ""
  for place = 1, count do
    parts[#parts + 1] = (place == 1 and "[" or ",") .. inner
    encode_value(value[place], writer, depth + 1, place)
  end
  parts[#parts + 1] = (indent and "\n" .. indent:rep(depth - 1) or "") .. "]"
end

local function encode_fields(value, writer, depth)
  local parts, indent = writer.parts, writer.indent
  local inner = indent and "\n" .. indent:rep(depth) or ""
  local colon = indent and ": " or ":"
  local lead = "{"
  for _, key in ipairs(check.sorted_keys(value)) do
    local name = key
    if math.type(key) then
      name = tostring(key)
    elseif type(key) ~= "string" then
      writer.fault = "names are texts or numbers, got " .. native.kind(key)
      error(writer, 0)
    end
    parts[#parts + 1] = lead .. inner .. quote(name) .. colon
    encode_value(value[key], writer, depth + 1, name)
    lead = ","
  end
  if lead == "{" then
    parts[#parts + 1] = "{}"
  else
    parts[#parts + 1] = (indent and "\n" .. indent:rep(depth - 1) or "") .. "}"
  end
end

-- Writes a value, or raises the writer with what is wrong and where.
function encode_value(value, writer, depth, name)
  local kind = type(value)
  writer.path[depth] = name
  if kind == "string" then
    writer.parts[#writer.parts + 1] = quote(value)
  elseif kind == "number" then
    local words, fault = number_text(value)
    if not words then
      writer.fault = fault
    end
    writer.parts[#writer.parts + 1] = words
  elseif kind == "boolean" then
    writer.parts[#writer.parts + 1] = tostring(value)
  elseif value == nil or value == json.null then
    writer.parts[#writer.parts + 1] = "null"
  elseif depth > deepest then
    writer.fault = "too deep, or a table that holds itself"
  elseif kind == "table" then
    local count = list_count(value)
    if count then
      encode_list(value, count, writer, depth)
    else
      encode_fields(value, writer, depth)
    end
  elseif kind == "userdata" then
    encode_fields(value, writer, depth)
  else
    writer.fault = "a " .. kind .. " cannot be JSON"
  end
  if writer.fault then
    writer.depth = writer.depth or depth
    error(writer, 0)
  end
  writer.path[depth] = nil
end

-- Words the place of a value, as in `hosts[3].name`.
local function path_text(writer)
  local parts = {}
  for depth = 2, math.min(writer.depth or 1, 8) do
    local name = writer.path[depth]
    if math.type(name) then
      parts[#parts + 1] = "[" .. name .. "]"
    else
      parts[#parts + 1] = (#parts > 0 and "." or "") .. tostring(name)
    end
  end
  return table.concat(parts)
end

---@class json.EncodeOptions
---@field indent? integer Spaces for each level, 1 to 8; all on one line if absent.

local encode_options = { indent = { "integer", min = 1, max = 8 } }

--- Writes a value as JSON.
---
--- Holes of a list and nil are null. Bytes that are no UTF-8 become U+FFFD. Functions, coroutines,
--- numbers without a finite value and tables that hold themselves are errors.
---
--- ```lua
--- print(json.encode({ name = "pc-1", macs = { "00:11:22:33:44:01" }, id = 7 }))
--- --> {"id":7,"macs":["00:11:22:33:44:01"],"name":"pc-1"}
--- ```
---
---@param value any Value.
---@param options? json.EncodeOptions How it looks.
---@return string encoded JSON, without a line feed at its end.
function json.encode(value, options)
  local settings = check.options("json.encode", 2, options, encode_options)
  local writer = { parts = {}, path = {} }
  writer.indent = settings.indent and (" "):rep(settings.indent)
  local ok, failure = pcall(encode_value, value, writer, 1)
  if not ok then
    if failure ~= writer then
      error(failure, 0)
    end
    local where = path_text(writer)
    local what = writer.fault .. (where ~= "" and " at " .. where or "")
    check.refuse("json.encode", 1, "value", what)
  end
  return table.concat(writer.parts)
end

-- The reader is Lua: 5 MB of hosts take 0.35 to 0.55 s on one slow core (11 to 14 MB/s), writing
-- them 0.6 to 0.9 s, far within the limit of a step. A reader in C would be several times as fast.

-- Raised by the reader: what is wrong, and at what byte.
local function fault(reader, place, what)
  reader.fault, reader.place = what, place
  error(reader, 0)
end

-- Shows what stands at a place.
local function shown(subject, place)
  local character = subject:match("^[%g ][\x80-\xBF]*", place)
    or subject:match("^[\xC2-\xF4][\x80-\xBF]+", place)
  if character then
    return "'" .. character .. "'"
  end
  local byte = subject:byte(place)
  return byte and string.format("byte %d", byte) or "the end"
end

-- Shows the beginning of a long text.
local function short(text)
  return #text <= 40 and text or text:sub(1, 37) .. "..."
end

local plain = {
  ['"'] = '"',
  ["\\"] = "\\",
  ["/"] = "/",
  b = "\b",
  f = "\f",
  n = "\n",
  r = "\r",
  t = "\t",
}

-- Reads `\uXXXX` and the second half of a pair; gives the character and the place after it.
local function unicode(reader, subject, place)
  local digits = subject:match("^%x%x%x%x", place + 2)
  if not digits then
    fault(reader, place, "four hexadecimal digits expected after \\u")
  end
  local code, after = tonumber(digits, 16), place + 6
  if code >= 0xD800 and code <= 0xDBFF then
    local low = subject:match("^\\u([dD][c-fC-F]%x%x)", after)
    if low then
      code = 0x10000 + ((code - 0xD800) << 10) + (tonumber(low, 16) - 0xDC00)
      return utf8.char(code), after + 6
    end
  end
  if code >= 0xD800 and code <= 0xDFFF then
    code = 0xFFFD
  end
  return utf8.char(code), after
end

-- Reads the rest of a string that has escapes in it; `place` is that of the first one.
local function escaped(reader, subject, first, place)
  local parts = {}
  while true do
    parts[#parts + 1] = subject:sub(first, place - 1)
    local byte = subject:byte(place)
    if byte == 34 then
      return table.concat(parts), place + 1
    elseif byte ~= 92 then
      fault(reader, place, byte and "a control character has to be written as \\u"
        or "the text ends inside of a string")
    end
    local letter = subject:sub(place + 1, place + 1)
    if letter == "u" then
      parts[#parts + 1], first = unicode(reader, subject, place)
    else
      parts[#parts + 1], first = plain[letter], place + 2
      if not plain[letter] then
        fault(reader, place, "unknown escape \\" .. letter)
      end
    end
    place = subject:find('["\\\0-\31]', first) or #subject + 1
  end
end

local function string_at(reader, subject, place)
  local stop = subject:find('["\\\0-\31]', place + 1)
  if stop and subject:byte(stop) == 34 then
    return subject:sub(place + 1, stop - 1), stop + 1
  end
  return escaped(reader, subject, place + 1, stop or #subject + 1)
end

-- So many digits are a finite number for certain.
local few_digits = 300

local function number_at(reader, subject, place)
  local digits, follow = subject:match("^(-?[1-9]%d*)()[^.eE%d]", place)
  if digits and #digits < few_digits then
    return tonumber(digits), follow
  end
  digits = subject:match("^-?%d+[%d.eE+-]*", place)
  local number = digits and not digits:find("^-?0%d") and tonumber(digits)
  if not number or digits:find("%.%f[^%d]") or digits:find("%.$") then
    local found = digits and short(digits) or shown(subject, place)
    fault(reader, place, "a number expected, got " .. found)
  end
  if number == math.huge or number == -math.huge then
    fault(reader, place, "the number is too large: " .. short(digits))
  end
  return number, place + #digits
end

local words = { t = { "true", true }, f = { "false", false }, n = { "null", json.null } }

local function word_at(reader, subject, place)
  local word = words[subject:sub(place, place)]
  if not word or subject:sub(place, place + #word[1] - 1) ~= word[1] then
    fault(reader, place, "a value expected, got " .. shown(subject, place))
  end
  return word[2], place + #word[1]
end

local value_at

-- Bytes of white space; a place is looked for only where one stands, which is rare between tokens.
local blank = { [9] = true, [10] = true, [13] = true, [32] = true }

-- Gives the next place that is no white space, and the byte there.
local function skip(subject, place)
  local byte = subject:byte(place)
  if blank[byte] then
    place = subject:find("[^ \t\r\n]", place) or #subject + 1
    byte = subject:byte(place)
  end
  return place, byte
end

local function list_at(reader, subject, place, depth)
  local byte
  local items, number = {}, 0
  place, byte = skip(subject, place + 1)
  if byte == 93 then
    return items, place + 1
  end
  while true do
    number = number + 1
    items[number], place = value_at(reader, subject, place, depth)
    place, byte = skip(subject, place)
    if byte == 93 then
      return items, place + 1
    elseif byte ~= 44 then
      fault(reader, place, "',' or ']' expected, got " .. shown(subject, place))
    end
    place = place + 1
  end
end

local function fields_at(reader, subject, place, depth)
  local name, byte
  local fields = {}
  place, byte = skip(subject, place + 1)
  if byte == 125 then
    return setmetatable(fields, Object), place + 1
  end
  while true do
    if byte ~= 34 then
      fault(reader, place, "a name in quotes expected, got " .. shown(subject, place))
    end
    name, place = string_at(reader, subject, place)
    place, byte = skip(subject, place)
    if byte ~= 58 then
      fault(reader, place, "':' expected, got " .. shown(subject, place))
    end
    fields[name], place = value_at(reader, subject, place + 1, depth)
    place, byte = skip(subject, place)
    if byte == 125 then
      return fields, place + 1
    elseif byte ~= 44 then
      fault(reader, place, "',' or '}' expected, got " .. shown(subject, place))
    end
    place, byte = skip(subject, place + 1)
  end
end

function value_at(reader, subject, place, depth)
  local byte
  place, byte = skip(subject, place)
  if byte == 34 then
    return string_at(reader, subject, place)
  elseif byte == 123 or byte == 91 then
    if depth >= deepest then
      fault(reader, place, "deeper than " .. deepest .. " levels")
    end
    return (byte == 91 and list_at or fields_at)(reader, subject, place, depth + 1)
  elseif byte == 45 or byte and byte >= 48 and byte <= 57 then
    return number_at(reader, subject, place)
  end
  return word_at(reader, subject, place)
end

-- Words a place as line and column, from 1.
local function line_and_column(subject, place)
  local line, first = 1, 1
  for after in subject:sub(1, place - 1):gmatch("\n()") do
    line, first = line + 1, after
  end
  return string.format("line %d, column %d", line, place - first + 1)
end

local function read(reader, subject)
  local first = subject:sub(1, 3) == "\xEF\xBB\xBF" and 4 or 1
  local value, place = value_at(reader, subject, first, 0)
  place = skip(subject, place)
  if place <= #subject then
    fault(reader, place, "nothing more expected, got " .. shown(subject, place))
  end
  return value
end

--- Reads a value from JSON.
---
--- Raises an error with the code `invalid_argument` that names line and column. Whole numbers
--- without point or exponent are integers where they fit; a number that is too large for a float is
--- an error. Bytes that are no UTF-8 become U+FFFD.
---
--- ```lua
--- local host = json.decode('{"name": "pc-1", "image": null, "macs": []}')
--- print(host.name, host.image == json.null, #host.macs)  --> pc-1	true	0
--- print(select(2, pcall(json.decode, "[1,")).message)
--- --> not JSON: line 1, column 4: a value expected, got the end
--- ```
---
---@param encoded string JSON, with or without a byte order mark.
---@return any value Value; `json.null` for null.
function json.decode(encoded)
  check.argument("json.decode", 1, "encoded", encoded, "string")
  if not utf8.len(encoded) then
    encoded = valid(encoded)
  end
  local reader = {}
  local ok, value = pcall(read, reader, encoded)
  if ok then
    return value
  end
  if value ~= reader then
    error(value, 0)
  end
  local where = line_and_column(encoded, reader.place)
  error(native.failure("invalid_argument", "not JSON: " .. where .. ": " .. reader.fault), 0)
end

return json

--- Trims, splits, pads, wraps and compares texts.
---
--- Pure Lua. Widths count what a terminal shows: letters and not bytes, East Asian letters as two,
--- combining marks as none. Bytes that are no UTF-8 count as one each.
---@class text
local text = {}

local native = ...
local check = native.module("check")

-- Ranges of characters that take two columns, and of those that take none; first and last.
local wide = {
  0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
  0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6,
  0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD,
}
local empty = {
  0x0300, 0x036F, 0x0483, 0x0489, 0x0591, 0x05BD, 0x0610, 0x061A, 0x064B, 0x065F, 0x200B, 0x200F,
  0x2060, 0x2064, 0x20D0, 0x20FF, 0xFE00, 0xFE0F, 0xFE20, 0xFE2F, 0xFEFF, 0xFEFF,
}

local function is_in(ranges, code)
  for index = 1, #ranges, 2 do
    if code < ranges[index] then
      return false
    end
    if code <= ranges[index + 1] then
      return true
    end
  end
  return false
end

local function columns_of(code)
  if code < 0x300 then
    return 1
  end
  return is_in(empty, code) and 0 or is_in(wide, code) and 2 or 1
end

-- Steps over one character: gives its columns and the place after it. A bad byte is a character.
local function step(subject, place)
  local byte = subject:byte(place)
  if byte < 0x80 then
    return 1, place + 1
  end
  local length = byte >= 0xF0 and 4 or byte >= 0xE0 and 3 or byte >= 0xC2 and 2 or 1
  local last = place + length - 1
  if length > 1 and last <= #subject and utf8.len(subject, place, place) == 1 then
    return columns_of(utf8.codepoint(subject, place)), last + 1
  end
  return 1, place + 1
end

local function width(subject)
  if not subject:find("[\x80-\xFF]") then
    return #subject
  end
  local count, place = 0, 1
  while place <= #subject do
    local more
    more, place = step(subject, place)
    count = count + more
  end
  return count
end

-- Gives the longest beginning that fits into so many columns.
local function beginning(subject, limit)
  local count, place = 0, 1
  while place <= #subject do
    local more, after = step(subject, place)
    if count + more > limit then
      break
    end
    count, place = count + more, after
  end
  return subject:sub(1, place - 1), count
end

--- Tells how many columns of a terminal a text takes.
---
--- ```lua
--- print(text.width("Zoë"), text.width("日本"))  --> 3	4
--- ```
---
---@param subject string Text of one line.
---@return integer columns How many columns it takes.
function text.width(subject)
  return width(check.argument("text.width", 1, "subject", subject, "string"))
end

--- Takes white space off both ends.
---
--- ```lua
--- print("[" .. text.trim("  pc-1\r\n") .. "]")  --> [pc-1]
--- ```
---
---@param subject string Text.
---@return string trimmed Text without white space at its ends.
function text.trim(subject)
  check.argument("text.trim", 1, "subject", subject, "string")
  local first = subject:find("%S")
  return first and subject:match("^.*%S", first) or ""
end

---@class text.SplitOptions
---@field limit? integer Most parts, 1 or more; the last holds the rest.
---@field trim? boolean Whether white space is taken off each part (default false).
---@field skip_empty? boolean Whether empty parts are left out (default false).

local split_options = {
  limit = { "integer", min = 1 },
  trim = { "boolean", default = false },
  skip_empty = { "boolean", default = false },
}

--- Splits a text at each place where a separator stands.
---
--- ```lua
--- local parts = text.split("pc-1, pc-2,,pc-3", ",", { trim = true, skip_empty = true })
--- print(#parts, parts[2])  --> 3	pc-2
--- ```
---
---@param subject string Text.
---@param separator? string Separator as it stands, no pattern (default ",").
---@param options? text.SplitOptions What to do with the parts.
---@return string[] parts Parts in their order; one empty part for an empty text.
function text.split(subject, separator, options)
  check.argument("text.split", 1, "subject", subject, "string")
  separator = check.optional("text.split", 2, "separator", separator, "string") or ","
  if separator == "" then
    check.refuse("text.split", 2, "separator", "one character or more expected, got none")
  end
  local settings = check.options("text.split", 3, options, split_options)
  local parts, first = {}, 1
  local function add(part)
    part = settings.trim and text.trim(part) or part
    if part ~= "" or not settings.skip_empty then
      parts[#parts + 1] = part
    end
  end
  while not settings.limit or #parts + 1 < settings.limit do
    local start, finish = subject:find(separator, first, true)
    if not start then
      break
    end
    add(subject:sub(first, start - 1))
    first = finish + 1
  end
  add(subject:sub(first))
  return parts
end

--- Splits a text into its lines, without what ends them.
---
--- Lines end with a line feed, a carriage return, or both. A text that ends with one has no empty
--- line after it.
---
--- ```lua
--- print(#text.lines("one\r\ntwo\n"))  --> 2
--- ```
---
---@param subject string Text.
---@return string[] lines Lines in their order; none for an empty text.
function text.lines(subject)
  check.argument("text.lines", 1, "subject", subject, "string")
  local lines, first = {}, 1
  while first <= #subject do
    local place = subject:find("[\r\n]", first)
    if not place then
      lines[#lines + 1] = subject:sub(first)
      break
    end
    lines[#lines + 1] = subject:sub(first, place - 1)
    first = place + (subject:sub(place, place + 1) == "\r\n" and 2 or 1)
  end
  return lines
end

---@class text.PadOptions
---@field align? string "left" (default), "right" or "center".

local pad_options = {
  align = { "string", choices = { "left", "right", "center" }, default = "left" },
}

--- Fills a text up with spaces.
---
--- ```lua
--- print("[" .. text.pad("7", 3, { align = "right" }) .. "]")  --> [  7]
--- ```
---
---@param subject string Text of one line.
---@param columns integer Width to reach; a wider text stays as it is.
---@param options? text.PadOptions Where the text stands.
---@return string padded Text with spaces.
function text.pad(subject, columns, options)
  check.argument("text.pad", 1, "subject", subject, "string")
  columns = check.argument("text.pad", 2, "columns", columns, "integer")
  local align = check.options("text.pad", 3, options, pad_options).align
  local missing = math.max(columns - width(subject), 0)
  local before = align == "right" and missing or align == "center" and missing // 2 or 0
  return (" "):rep(before) .. subject .. (" "):rep(missing - before)
end

--- Cuts a text that is too wide, and shows by "…" that something is missing.
---
--- ```lua
--- print(text.cut("administration", 8))  --> adminis…
--- ```
---
---@param subject string Text of one line.
---@param columns integer Width that it may have, 1 or more.
---@return string cut Text that is no wider.
function text.cut(subject, columns)
  check.argument("text.cut", 1, "subject", subject, "string")
  columns = check.argument("text.cut", 2, "columns", columns, "integer")
  if columns < 1 then
    check.refuse("text.cut", 2, "columns", columns .. " is too small; 1 or more expected")
  end
  if #subject <= columns or width(subject) <= columns then
    return subject
  end
  return (beginning(subject, columns - 1)) .. "…"
end

-- Breaks a word that is wider than a line; gives the full lines and the rest.
local function break_word(word, limit, lines)
  while width(word) > limit do
    local part = beginning(word, limit)
    part = part ~= "" and part or word:match("^[^\x80-\xBF][\x80-\xBF]*") or word:sub(1, 1)
    lines[#lines + 1] = part
    word = word:sub(#part + 1)
  end
  return word
end

local function wrap_paragraph(paragraph, limit, lines)
  local line
  for word in paragraph:gmatch("%S+") do
    if line and width(line) + 1 + width(word) <= limit then
      line = line .. " " .. word
    else
      if line then
        lines[#lines + 1] = line
      end
      line = break_word(word, limit, lines)
    end
  end
  lines[#lines + 1] = line or ""
end

--- Breaks a text into lines between its words.
---
--- Line ends of the text stay. A word that is wider than a line is broken.
---
--- ```lua
--- print(text.wrap("hosts that never checked in", 12))
--- --> hosts that
--- --> never
--- --> checked in
--- ```
---
---@param subject string Text.
---@param columns integer Width of a line, 1 or more.
---@return string wrapped Text with line feeds.
function text.wrap(subject, columns)
  check.argument("text.wrap", 1, "subject", subject, "string")
  columns = check.argument("text.wrap", 2, "columns", columns, "integer")
  if columns < 1 then
    check.refuse("text.wrap", 2, "columns", columns .. " is too small; 1 or more expected")
  end
  local lines = {}
  for _, paragraph in ipairs(text.lines(subject)) do
    wrap_paragraph(paragraph, columns, lines)
  end
  return table.concat(lines, "\n")
end

-- Follows a path such as "image.name" into a value.
local function follow(values, path)
  local value = values
  for name in path:gmatch("[^.]+") do
    local kind = type(value)
    if kind ~= "table" and kind ~= "userdata" then
      return nil
    end
    local key = value[name]
    if key == nil and kind == "table" and math.tointeger(tonumber(name)) then
      key = value[math.tointeger(tonumber(name))]
    end
    value = key
  end
  return value
end

-- Names that a template may use, for a message.
local function known_names(values)
  local names = {}
  for _, key in ipairs(type(values) == "table" and check.sorted_keys(values) or {}) do
    names[#names + 1] = tostring(key)
  end
  return names
end

local function absent(values, path)
  local names = known_names(values)
  local hint = native.suggest(path, names)
  if not hint then
    hint = #names > 0 and "there are " .. table.concat(names, ", ") or "there are no values"
  end
  return string.format('no value for "{%s}"; %s', path, hint)
end

--- Fills a template: `{name}` stands for a value, `{image.name}` for one inside of another.
---
--- `{{` and `}}` stand for braces. A name without a value is an error.
---
--- ```lua
--- print(text.fill("{name} gets {image.name}", { name = "pc-1", image = { name = "Win11" } }))
--- --> pc-1 gets Win11
--- ```
---
---@param template string Template.
---@param values table|userdata Table or object of `fog` with the values.
---@return string filled Text.
function text.fill(template, values)
  check.argument("text.fill", 1, "template", template, "string")
  if type(values) ~= "table" and type(values) ~= "userdata" then
    local what = "table or object expected, got " .. native.kind(values)
    check.refuse("text.fill", 2, "values", what)
  end
  local parts, first = {}, 1
  while true do
    local place = template:find("[{}]", first)
    parts[#parts + 1] = template:sub(first, (place or 0) - 1)
    if not place then
      return table.concat(parts)
    end
    local brace = template:sub(place, place)
    if template:sub(place + 1, place + 1) == brace then
      parts[#parts + 1], first = brace, place + 2
    else
      local finish, path = select(2, template:find("^{%s*([^{}]-)%s*}", place))
      if not finish then
        local what = '"%s" at %d has no partner; write it twice to show one'
        what = what:format(brace, place)
        check.refuse("text.fill", 1, "template", what)
      end
      local value = follow(values, path)
      if value == nil then
        check.refuse("text.fill", 2, "values", absent(values, path))
      end
      parts[#parts + 1], first = tostring(value), finish + 1
    end
  end
end

-- Marks a run of digits by its length without leading zeros, so that bytes compare as numbers do.
local function mark_digits(digits)
  local significant = digits:match("^0*(.*)$")
  local length = #significant
  local mark = length < 255 and string.char(length) or "\xFF" .. string.pack(">I4", length)
  return "0" .. mark .. significant
end

--- Gives a key by which texts sort as people expect: "pc-2" before "pc-10", "Lab" beside "lab".
---
--- ```lua
--- print(text.sort_key("pc-2") < text.sort_key("pc-10"))  --> true
--- ```
---
---@param subject string Text.
---@return string key Key to compare with other keys.
function text.sort_key(subject)
  check.argument("text.sort_key", 1, "subject", subject, "string")
  return (subject:lower():gsub("%d+", mark_digits))
end

--- Tells whether one text comes before another as people expect; for `table.sort`.
---
--- For many texts `list.sort_by` is faster.
---
--- ```lua
--- local names = { "pc-10", "PC-2", "pc-1" }
--- table.sort(names, text.is_before)
--- print(table.concat(names, " "))  --> pc-1 PC-2 pc-10
--- ```
---
---@param one string Text.
---@param other string Text to compare it with.
---@return boolean before Whether the first one comes first.
function text.is_before(one, other)
  check.argument("text.is_before", 1, "one", one, "string")
  check.argument("text.is_before", 2, "other", other, "string")
  local key, other_key = text.sort_key(one), text.sort_key(other)
  if key == other_key then
    return one < other
  end
  return key < other_key
end

--- Words a number of things.
---
--- ```lua
--- print(text.count(1, "host"), text.count(3, "host"), text.count(2, "entry", "entries"))
--- --> 1 host	3 hosts	2 entries
--- ```
---
---@param number number How many.
---@param singular string Word for one.
---@param plural? string Word for several; the singular with "s" if absent.
---@return string words Number and word.
function text.count(number, singular, plural)
  check.argument("text.count", 1, "number", number, "number")
  check.argument("text.count", 2, "singular", singular, "string")
  check.optional("text.count", 3, "plural", plural, "string")
  return tostring(number) .. " " .. (number == 1 and singular or plural or singular .. "s")
end

---@class text.JoinOptions
---@field last? string What stands before the last part (default " and ").
---@field limit? integer Most parts to name; of the others only the number is told.

local join_options = {
  last = { "string", default = " and " },
  limit = { "integer", min = 1 },
}

--- Joins parts as a sentence does.
---
--- ```lua
--- print(text.join({ "pc-1", "pc-2", "pc-3" }))  --> pc-1, pc-2 and pc-3
--- print(text.join({ "pc-1", "pc-2", "pc-3", "pc-4" }, { limit = 2 }))  --> pc-1, pc-2 and 2 more
--- ```
---
---@param parts any[] Parts; `tostring` of each is taken.
---@param options? text.JoinOptions How to end.
---@return string words Text; empty for no parts.
function text.join(parts, options)
  check.argument("text.join", 1, "parts", parts, "table")
  local settings = check.options("text.join", 2, options, join_options)
  local words, count = {}, check.count(parts)
  local named = math.min(settings.limit or count, count)
  for index = 1, named do
    words[index] = tostring(parts[index])
  end
  if named < count then
    words[#words + 1] = count - named .. " more"
  end
  local final = table.remove(words)
  if #words == 0 then
    return final or ""
  end
  return table.concat(words, ", ") .. settings.last .. final
end

return text

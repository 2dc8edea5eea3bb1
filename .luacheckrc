std = "lua54"
max_line_length = 100
read_globals = { "fog", "workflow", "log" }
ignore = { "212/_.*" }
exclude_files = { "stdlib/meta" } -- written by foghorn dump-api

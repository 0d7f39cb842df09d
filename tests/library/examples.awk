# One test in C++ of each example: the \code blocks of public headers, and the ```cpp blocks of pages that stand
# under <!-- compiled -->. Fails on a room that installs headers and ends none of them with an example and a word
# on threads.
#   awk -f examples.awk HEADER... PAGE... > examples.cpp

# What an example includes goes to the top of the file.
function say(line) {
  if (line ~ /^#include/) includes = includes line "\n"
  else body = body line "\n"
}
function begin() {
  inside = 1
  name = FILENAME
  gsub(/[^A-Za-z0-9]+/, "_", name)
  if (FILENAME ~ /\.hpp$/) say("#include \"" FILENAME "\"")
  body = body "TEST(Library, " name "_" ++examples[FILENAME] ")\n{\nusing namespace marchland;\n"
  body = body "#line " FNR + 1 " \"" FILENAME "\"\n"
}
function end() {
  inside = 0
  body = body "}\n\n"
}

FNR == 1 { inside = marked = 0; room = FILENAME ~ /\.hpp$/ ? FILENAME : ""; sub(/\/[^\/]*$/, "", room) }
room { rooms[room] += 0 }
room && /^\/\/\/ \\par Threads/ { threads[room] = 1 }
room && /^\/\/\/ \\code/ { rooms[room]++; begin(); next }
room && /^\/\/\/ \\endcode/ { end(); next }
/^<!-- compiled -->$/ { marked = 1; next }
marked && /^```cpp$/ { begin(); next }
inside && /^```$/ { marked = 0; end(); next }
inside { sub(/^\/\/\/ ?/, ""); say($0) }

END {
  for (room in rooms)
    if (!rooms[room] || !threads[room]) {
      print room ": no header ends with an example and a word on threads" > "/dev/stderr"
      bare = 1
    }
  print "// Made of public headers and pages by tests/library/examples.awk.\n#undef NDEBUG\n" includes
  print "#include <gtest/gtest.h>\n\n#include <algorithm>\n#include <cassert>\n#include <cmath>"
  print "#include <iostream>\n#include <numbers>\n\n" body
  exit bare
}

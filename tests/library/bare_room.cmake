# Examples are found, and a room is named that installs a header and has none, or no word on threads.
#   cmake -DEXTRACT=examples.awk -DWORK=<folder> -P bare_room.cmake
function(expect said)
  execute_process(COMMAND awk -f ${EXTRACT} room/one.hpp page.md WORKING_DIRECTORY ${WORK}
    OUTPUT_VARIABLE made ERROR_VARIABLE made RESULT_VARIABLE result)
  if(NOT made MATCHES "${said}")
    message(SEND_ERROR "looked for \"${said}\", got ${result}:\n${made}")
  endif()
endfunction()

file(WRITE ${WORK}/page.md "```cpp\nleft(0);\n```\n<!-- compiled -->\n```cpp\ntaken(1);\n```\n")
file(WRITE ${WORK}/room/one.hpp "int one();\n")
expect("room: no header ends with an example")
file(APPEND ${WORK}/room/one.hpp "/// \\code\n/// one();\n/// \\endcode\n")
expect("room: no header ends with an example")
file(APPEND ${WORK}/room/one.hpp "/// \\par Threads  any.\n")
expect("^// Made of.*#include \"room/one.hpp\".*{[^{}]*one\\(\\);\n}.*{[^{}]*taken\\(1\\);\n}\n")
file(APPEND ${WORK}/page.md "```cpp\nleft(2);\n```\n")
expect("taken\\(1\\);\n}[ \n]*$")

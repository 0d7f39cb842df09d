# The page of the library shows the program that house.consumer builds, word for word.
#   cmake -DPAGE=docs/library.md -DPROGRAM=tests/consumer -P quoted.cmake
file(READ ${PAGE} page)
foreach(quoted cpp:consumer.cpp cmake:CMakeLists.txt)
  string(REPLACE ":" ";" quoted ${quoted})
  list(GET quoted 0 language)
  list(GET quoted 1 name)
  file(READ ${PROGRAM}/${name} text)
  string(FIND "${page}" "```${language}\n${text}```\n" at)
  if(at EQUAL -1)
    message(SEND_ERROR "${PAGE} does not show ${PROGRAM}/${name} as it stands")
  endif()
endforeach()

# Builds a little house of its own that keeps every rule, then breaks one rule after the other: each must
# be seen, and by its name.
#   cmake -DCHECK=<includes.cmake> -DWORK=<folder> -P breaks.cmake
cmake_minimum_required(VERSION 3.25)

set(plan "floor geo USES
room geo/words USES PUBLIC text SHARED parallel PRIVATE hidden
room geo/files USES words PUBLIC read SHARED placing PRIVATE gdal_handle
floor analysis USES geo
room analysis/graph USES geo/words PUBLIC digraph SHARED PRIVATE ring walk.cpp
floor cartography USES geo
room cartography/map USES geo/words PUBLIC map SHARED PRIVATE
door cli USES analysis geo
door viewer USES cartography geo
")

function(write file)
  file(WRITE ${WORK}/${file} "${ARGN}\n")
endfunction()

function(house)
  file(REMOVE_RECURSE ${WORK})
  write(house.txt "${plan}")
  write(geo/words/text.hpp "")
  write(geo/words/hidden.hpp "")
  write(geo/words/parallel.hpp "#include \"geo/words/text.hpp\"")
  write(geo/files/read.hpp "#include \"geo/words/text.hpp\"")
  write(geo/files/placing.hpp "#include \"geo/words/parallel.hpp\"")
  write(geo/files/gdal_handle.hpp "#include <gdal.h>")
  write(analysis/graph/digraph.hpp "#include \"geo/words/text.hpp\"")
  write(analysis/graph/ring.hpp "")
  write(analysis/graph/walk.cpp "#include \"analysis/graph/ring.hpp\"")
  write(cartography/map/map.hpp "#include <QImage>\n#include \"geo/words/text.hpp\"")
  write(cli/main.cpp "#include \"analysis/graph/digraph.hpp\"\n#include \"cli/console.hpp\"")
  write(cli/console.hpp "")
  write(viewer/main.cpp "#include \"cartography/map/map.hpp\"")
endfunction()

# rule(<name or OK>): what the check must say of the house as it stands.
function(rule name)
  execute_process(COMMAND ${CMAKE_COMMAND} -DSOURCE=${WORK} -DHOUSE=${WORK}/house.txt -P ${CHECK}
    RESULT_VARIABLE result OUTPUT_VARIABLE words ERROR_VARIABLE words)
  if(name STREQUAL "OK")
    if(NOT result EQUAL 0)
      message(FATAL_ERROR "a sound house is found wrong:\n${words}")
    endif()
  elseif(result EQUAL 0 OR NOT words MATCHES "\\[${name}\\]")
    message(FATAL_ERROR "the rule ${name} is broken and nobody says so:\n${words}")
  endif()
endfunction()

function(broken name file text)
  house()
  if(text MATCHES "^PLAN (.*) -> (.*)$")
    string(REPLACE "${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}" text "${plan}")
  endif()
  write(${file} "${text}")
  rule(${name})
endfunction()

house()
rule(OK)
broken(floor geo/words/text.hpp "#include \"analysis/graph/digraph.hpp\"")
broken(floor cartography/map/map.hpp "#include \"analysis/graph/digraph.hpp\"\n#include \"geo/words/text.hpp\"")
broken(floor viewer/main.cpp "#include \"cli/console.hpp\"")
broken(floor cli/main.cpp "#include \"cartography/map/map.hpp\"")
broken(floor house.txt "PLAN room cartography/map USES -> room cartography/map USES analysis/graph")
broken(order house.txt "PLAN room geo/words USES -> room geo/words USES files")
broken(uses analysis/graph/walk.cpp "#include \"geo/files/read.hpp\"")
broken(private analysis/graph/walk.cpp "#include \"geo/words/hidden.hpp\"")
broken(listed analysis/graph/unlisted.cpp "")
broken(listed analysis/graph/walk.cpp "#include \"geo/words/nowhere.hpp\"")
broken(listed house.txt "PLAN walk.cpp -> walk.cpp gone")
broken(room analysis/loose.cpp "")
broken(installed geo/files/read.hpp "#include \"geo/words/parallel.hpp\"")
broken(installed analysis/graph/digraph.hpp "#include \"geo/words/text.hpp\"\n#include \"analysis/graph/ring.hpp\"")
broken(shared geo/files/placing.hpp "#include \"geo/words/parallel.hpp\"\n#include \"geo/files/gdal_handle.hpp\"")
broken(unused house.txt "PLAN room cartography/map USES geo/words -> room cartography/map USES geo/words geo/files")
broken(qt analysis/graph/walk.cpp "#include <QString>")
broken(heavy geo/words/text.hpp "#include <boost/graph/graph_traits.hpp>")
file(REMOVE_RECURSE ${WORK})
message(STATUS "each broken rule is seen")

# What every target shares: language, warnings, sanitizers, linker; the floors and their rooms.
include(GNUInstallDirs)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(MARCHLAND_CCACHE ccache)
if(MARCHLAND_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # without these ccache takes no file that reads a precompiled header
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros ${MARCHLAND_CCACHE})
endif()

add_library(marchland_flags INTERFACE)
target_compile_features(marchland_flags INTERFACE cxx_std_20)
# Several files compiled as one: the constants of a neighbour look global, and a .cpp looks like a header.
set(together $<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>)
target_compile_options(marchland_flags INTERFACE
  -Wall -Wextra -Wpedantic $<IF:${together},-Wshadow=local,-Wshadow> $<${together}:-Wno-subobject-linkage>
  -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wdouble-promotion
  -Wno-missing-field-initializers  # designated initialisers leave the rest to the defaults on purpose
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # false alarms of g++ 12 on std::string + (GCC bug 105329)
  -ffp-contract=off)  # fused multiply-add would make figures depend on the processor
if(MARCHLAND_STRICT)
  target_compile_options(marchland_flags INTERFACE -Werror)
  target_compile_definitions(marchland_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(MARCHLAND_SANITIZE)
  target_compile_options(marchland_flags INTERFACE
    -fsanitize=${MARCHLAND_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(marchland_flags INTERFACE -fsanitize=${MARCHLAND_SANITIZE})
endif()
find_program(MARCHLAND_MOLD mold)
if(MARCHLAND_MOLD)
  target_link_options(marchland_flags INTERFACE -fuse-ld=mold)
endif()

# marchland_target(<target>): the flags, for a program or a test.
function(marchland_target target)
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:marchland_flags>)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
endfunction()

# marchland_floor(<floor> USES <floors> PUBLIC <libraries> PRIVATE <libraries>)
# One floor, one library: target marchland_<floor>, alias marchland::<floor>. Its rooms bring the files.
function(marchland_floor floor)
  cmake_parse_arguments(arg "" "" "USES;PUBLIC;PRIVATE" ${ARGN})
  set(target marchland_${floor})
  add_library(${target} STATIC)
  add_library(marchland::${floor} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${floor} VERIFY_INTERFACE_HEADER_SETS ON)
  target_compile_features(${target} PUBLIC cxx_std_20)
  list(TRANSFORM arg_USES PREPEND marchland:: OUTPUT_VARIABLE below)
  target_link_libraries(${target} PUBLIC ${below} ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  marchland_target(${target})
  if(MARCHLAND_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  endif()
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR})
  install(TARGETS ${target} EXPORT marchland
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/marchland)
  marchland_in_the_house(floor ${floor} USES ${arg_USES})
endfunction()

# marchland_room(<room> USES <rooms> PUBLIC ... SHARED ... PRIVATE ...)
# The files of one room of the floor whose CMakeLists.txt says so; "." is a floor of one room. A name
# stands for <name>.hpp and, if there is one, <name>.cpp; with an ending, for that file alone.
#   USES     rooms whose headers it may include, of this floor by their name, of others as floor/room
#   PUBLIC   open to all, installed to include/marchland/<floor>/<room>/, each compiles alone
#   SHARED   open to other rooms, not installed
#   PRIVATE  open to this room alone
# tests/house holds every #include against these lists.
function(marchland_room room)
  cmake_parse_arguments(arg "" "" "USES;PUBLIC;SHARED;PRIVATE" ${ARGN})
  get_filename_component(floor ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(target marchland_${floor})
  cmake_path(SET here NORMALIZE ${CMAKE_CURRENT_SOURCE_DIR}/${room}/)
  set(sources "")
  foreach(name ${arg_PUBLIC} ${arg_SHARED} ${arg_PRIVATE})
    string(REGEX REPLACE "\\.cpp$" "" stem ${name})
    if(EXISTS ${here}${stem}.cpp)
      list(APPEND sources ${here}${stem}.cpp)
    elseif(NOT EXISTS ${here}${stem}.hpp)
      message(FATAL_ERROR "${here} has no ${stem}.hpp or ${stem}.cpp")
    endif()
  endforeach()
  target_sources(${target} PRIVATE ${sources})
  list(TRANSFORM arg_PUBLIC REPLACE "(.+)" "${here}\\1.hpp" OUTPUT_VARIABLE headers)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
  if(room STREQUAL ".")
    set(place ${floor})
  else()
    set(place ${floor}/${room})
  endif()
  cmake_path(GET place FILENAME group)
  set_source_files_properties(${sources} PROPERTIES UNITY_GROUP ${group})
  marchland_in_the_house(room ${place}
    USES ${arg_USES} PUBLIC ${arg_PUBLIC} SHARED ${arg_SHARED} PRIVATE ${arg_PRIVATE})
endfunction()

# marchland_door(<door> USES <floors>): a program's own folder; nobody looks into it from outside.
function(marchland_door door)
  marchland_in_the_house(door ${door} ${ARGN})
endfunction()

# One line of the plan of the house, for tests/house.
function(marchland_in_the_house)
  string(REPLACE ";" " " line "${ARGN}")
  set_property(GLOBAL APPEND_STRING PROPERTY MARCHLAND_HOUSE "${line}\n")
  get_property(house GLOBAL PROPERTY MARCHLAND_HOUSE)
  file(WRITE ${PROJECT_BINARY_DIR}/house.txt "${house}")
endfunction()

# find_package(marchland) for others.
function(marchland_install_package)
  include(CMakePackageConfigHelpers)
  set(where ${CMAKE_INSTALL_LIBDIR}/cmake/marchland)
  install(EXPORT marchland NAMESPACE marchland:: DESTINATION ${where})
  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/marchland-config.cmake.in
    ${PROJECT_BINARY_DIR}/marchland-config.cmake INSTALL_DESTINATION ${where})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/marchland-config-version.cmake
    COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/marchland-config.cmake
    ${PROJECT_BINARY_DIR}/marchland-config-version.cmake DESTINATION ${where})
endfunction()

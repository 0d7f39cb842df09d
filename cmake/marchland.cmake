# What every target shares: language, warnings, sanitizers, linker; and marchland_library for the floors.
include(GNUInstallDirs)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(MARCHLAND_CCACHE ccache)
if(MARCHLAND_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MARCHLAND_CCACHE})
endif()

add_library(marchland_flags INTERFACE)
target_compile_features(marchland_flags INTERFACE cxx_std_20)
target_compile_options(marchland_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion
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

# marchland_library(<floor> HEADERS ... SOURCES ... PUBLIC ... PRIVATE ...)
# One floor: target marchland_<floor>, alias marchland::<floor>. HEADERS are public: they install to
# include/marchland/<floor>/ and each must compile alone; what stands in SOURCES stays inside.
function(marchland_library floor)
  cmake_parse_arguments(arg "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(target marchland_${floor})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(marchland::${floor} ALIAS ${target})
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${floor} VERIFY_INTERFACE_HEADER_SETS ON)
  target_sources(${target} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  marchland_target(${target})
  install(TARGETS ${target} EXPORT marchland
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/marchland)
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

// GLPK keeps an environment for each thread that uses it. Private to analysis.
#pragma once

#include <glpk.h>

namespace marchland::analysis::numerics {

/// Call before anything else of GLPK: silences it, and gives its memory back when the thread ends.
inline void begin_glpk()
{
    struct Environment {
        ~Environment() { glp_free_env(); }
    };
    static thread_local Environment const environment;
    static_cast<void>(environment);
    glp_term_out(GLP_OFF);
}

}  // namespace marchland::analysis::numerics

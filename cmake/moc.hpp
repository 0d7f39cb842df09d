// moc before Qt 6.5.3 cannot read the libstdc++ header <concepts>; this keeps it out of moc's sight.
#define _GLIBCXX_CONCEPTS 1

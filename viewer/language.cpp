#include "viewer/language.hpp"

#include <QCoreApplication>
#include <QLocale>

// Resources of a static library wait to be called; the macro must stand outside any namespace.
static void wake_resources()
{
    Q_INIT_RESOURCE(marchland_i18n);
}

namespace marchland::viewer {

using cartography::Language;

LanguageSwitch::LanguageSwitch()
{
    wake_resources();
}

void LanguageSwitch::speak(Language language)
{
    if (language == language_) {
        return;
    }
    language_ = language;
    if (language == Language::vietnamese) {
        if (windows_.load(QStringLiteral(":/i18n/marchland_vi.qm")) &&
            dialogs_.load(QStringLiteral(":/i18n/qtbase_vi.qm"))) {
            QCoreApplication::installTranslator(&dialogs_);
            QCoreApplication::installTranslator(&windows_);
        }
    } else {
        QCoreApplication::removeTranslator(&windows_);
        QCoreApplication::removeTranslator(&dialogs_);
    }
    QLocale::setDefault(language == Language::vietnamese ? QLocale{QLocale::Vietnamese}
                                                         : QLocale{QLocale::English});
}

Language system_language()
{
    auto const system = QLocale::system().language();
    return system == QLocale::English ? Language::english : Language::vietnamese;
}

}  // namespace marchland::viewer

#include "geo/gate/person_names.hpp"

#include "geo/gate/readings.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace marchland::geo {
namespace {

/// Family names of the Kinh and of the peoples of the border, parted by blanks.
constexpr std::string_view surnames =
    " nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn mai "
    "đào trương tô hà lâm "
    "lương lưu phùng tạ quách thái chu châu cao kiều nông vi lộc hứa bế lã mã ma hoàn lành lăng "
    "triệu giàng vàng sùng "
    "thào lò quàng cà tòng lường lầu lù hạng mùa cứ phàn tẩn chảo lồ bàn lùng ly hầu thền cháng "
    "sừng vừ và xồng lỳ cư "
    "phượng chíu dềnh tằng chìu sằm làu dương voòng chướng đàm ninh mạc thân tống vương văn âu "
    "nghiêm tăng trang hán đồng la "
    "khổng giáp lều nhâm đường doãn tiêu hàn bạch chúng viên mông lục phù thạch sơn điêu cầm lèo "
    "lô kha vi vy lữ ngân "
    "hùng bạc mè quan lại bá hờ thò già thàng tráng ";

/// Those that few places begin with.
constexpr std::string_view common_surnames =
    " nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn "
    "trương lương nông vi hứa bế lã "
    "triệu giàng vàng sùng thào lò quàng lường tẩn phàn chảo tô lưu phùng tạ quách đàm vương bàn "
    "đào mã vừ cứ hạng mùa lầu ly thò già sính cháng mông lành ng. ";

/// Of these, those that with one word behind them are nearly always persons.
constexpr std::string_view commonest_surnames = " nguyễn trần lê phạm ";

/// Those that mean nothing else where they stand without marks.
constexpr std::string_view plain_surnames =
    " nguyen tran pham hoang huynh phan dang bui trinh doan truong luong phung trieu giang nong "
    "vuong quach duong sung vu "
    "le thao ngo dinh lam lo do ho ly mai cao chu vi be ";

/// Second words of names of persons.
constexpr std::string_view middle_words =
    " thị thi văn van a seo láo đức hữu huu đình quang xuân thanh ngọc minh thùy thu ";

/// What comes before the name of a person that is spoken of.
constexpr std::string_view titles =
    " bé ông bà anh chị cháu em cô chú bác dì cậu mợ mr mrs ms miss thầy ";
constexpr std::string_view familiar_titles = " bé chị cháu em bác chú dì cậu mợ thầy ";
constexpr std::string_view plain_titles = " ong ba anh chi chau em co chu bac mr mrs ms miss ";

/// Given names that people bear and hardly a place does.
constexpr std::string_view given_names =
    " lan hương trang dũng tuấn hạnh thảo hằng nga loan yến hiền nhung quỳnh thúy thuý kiên hiếu "
    "huệ nguyệt oanh dung thơm mỵ "
    "mỷ páo dế dung hung cuong tuan thuy huong nhung hang ";

/// Words before the name of a place.
constexpr std::string_view place_words =
    " xã phường thị huyện quận tỉnh thành tp chợ cửa lối đường phố cầu bến đồn trạm khu thôn bản "
    "làng xóm ấp hồ sông suối "
    "núi đèo trường công trung tp. tx. tt. xa phuong huyen quan tinh cho cua duong cau ga ngã chùa "
    "đền đảo vườn bệnh ubnd "
    "hội ban sở phòng đội tổ nhà cụm điểm bãi mốc đặc quốc ";

/// Persons after whom places are called; folded, and by now nobody's data.
constexpr std::string_view namesakes =
    "|hoang van thu|luong van tri|nguyen hue|nguyen trai|nguyen du|nguyen thi minh khai|nguyen van "
    "troi|nguyen binh khiem|"
    "nguyen thai hoc|nguyen dinh chieu|nguyen phuc|nguyen uy|nguyen phich|nguyen viet khai|nguyen "
    "van linh|nguyen cu trinh|"
    "nguyen tat thanh|nguyen an ninh|nguyen van cu|nguyen nghiem|nguyen dai nang|nguyen "
    "phich|nguyen xuan|nguyen khuyen|"
    "nguyen van thanh|nguyen van cong|nguyen van hai|nguyen giap|nguyen ly|"
    "tran hung dao|tran phu|tran te xuong|tran dang ninh|tran quang khai|tran quoc toan|tran "
    "thoi|tran phan|tran hoi|"
    "tran quang dieu|tran lam|tran nguyen han|tran dai nghia|tran van thoi|tran hop|tran nhat "
    "duat|tran nhan tong|"
    "le hong phong|le loi|le dai hanh|le thanh nghi|le chan|le binh|le minh xuan|le van thinh|le "
    "thanh tong|le ninh|"
    "le hoan|le quy don|phan boi chau|phan chu trinh|phan dinh phung|phan thiet|phan rang|phan "
    "dang luu|phan ngoc hien|"
    "ly thuong kiet|ly thai to|ly tu trong|ly bon|ly van lam|ly nhan|ly nam de|vo thi sau|vo "
    "nguyen giap|vo cuong|vo ninh|"
    "dinh cong trang|dinh tien hoang|hoang dieu|hoang hoa tham|hoang van thai|hoang quoc "
    "viet|hoang tung|hoang liet|"
    "ngo quyen|ngo may|ngo thi nham|bui thi xuan|"
    "bach dang|dao duy tu|dao duc|truong dinh|cao ba quat|cao thang|to hieu|to hien thanh|luong "
    "the vinh|luong khanh thien|"
    "luu kiem|mac thi buoi|pham ngu lao|pham hong thai|pham van cuoi|pham van hai|pham van "
    "coi|pham dinh ho|pham su manh|"
    "chu van an|chu trinh|duong minh chau|duong thi cam van|mac dinh chi|ho chi minh|ho tung "
    "mau|ho xuan huong|ho dac kien|"
    "ho thi ky|vuong thua vu|ta an khuong|thanh binh thinh|le thi rieng|vo van kiet|vo van "
    "tan|dang thuy tram|ly van phuc|"
    "nong thuong|nong ha|nong cong|trieu ai|trieu phong|thach ngoc bien|vi xuyen|vi huong|vi "
    "khe|ha long|"
    "ta an khuong dong|ta an khuong nam|van ban|be van dan|dinh van lam ha|ba trieu|trieu thi "
    "trinh|phan sao nam|hoang su phi|bach long vi|"
    "la pan tan|nguyen luong bang|ha huy tap|quach pham|quach pham bac|trieu viet vuong|bui huu "
    "nghia|huynh huu nghia|"
    "chau van liem|le ich moc|luong the tran|ma thi ho|hoang lien son|le van luong|nguyen van "
    "ba|tran van on|hoang van non|"
    "nguyen phong sac|le trong tan|huynh thuc khang|phung chi kien|doan thi diem|dien hong|kim "
    "dong|";

constexpr std::string_view chinese_surnames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁"
    "任卢姚沈钟姜崔谭陆汪廖范贾"
    "韦夏付邹熊孟秦白阎薛侯雷龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤阮農农闭侬劳凌零";

/// Ends of names of places and things.
constexpr std::string_view chinese_place_ends =
    "市县区镇乡村省州口岸路街河山江湖族关城港桥寨屯道地场点站所厂类率数年月日期级型式";

constexpr std::string_view pinyin_surnames =
    " wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin luo zheng liang xie "
    "song tang han feng deng cao "
    "peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen nong "
    "zhong "
    "qin ";

constexpr std::string_view pinyin_syllable_starts =
    " zh ch sh b p m f d t n l g k h j q x r z c s y w ";

bool holds(std::string_view list, std::string_view word)
{
    return list.find(" " + std::string{word} + " ") != std::string_view::npos;
}

std::vector<std::string> words_in(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();) {
        auto const to = std::min(text.find(' ', from), text.size());
        if (to > from) {
            words.emplace_back(text.substr(from, to - from));
        }
        from = to + 1;
    }
    return words;
}

std::string joined(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
}

bool is_syllable(std::string const& folded_word)
{
    return folded_word.size() <= 7 &&
           std::ranges::all_of(folded_word, [](char c) { return (c >= 'a' && c <= 'z'); });
}

/// The first letter is a capital: not what it is in lower case.
bool is_capitalised(std::string const& word)
{
    auto const lower = lower_case(word);
    return !word.empty() && (word[0] != lower[0] || (word.size() > 1 && word[1] != lower[1]));
}

struct Name {
    std::vector<std::string> words;  ///< as they stand
    std::vector<std::string> lower;
    std::vector<std::string> plain;  ///< without marks
    bool capitals = true;

    explicit Name(std::string_view text) : words{words_in(text)}
    {
        for (auto const& word : words) {
            lower.push_back(lower_case(word));
            plain.push_back(folded(word));
            capitals = capitals && is_capitalised(word);
        }
    }

    bool begins_with_surname() const
    {
        return is_ascii(joined(words)) ? holds(plain_surnames, plain[0])
                                       : holds(surnames, lower[0]);
    }
};

bool bears_a_known_name(Name const& name)
{
    return namesakes.find("|" + joined(name.plain) + "|") != std::string_view::npos;
}

/// "Nguyễn Văn A", "Trần T. Lan": a letter for a word.
bool is_cut_short(std::string const& word)
{
    bool const initials = word.size() == 4 && word[1] == '.' && word[3] == '.';
    return initials || word == "ng." || word.size() == 1 || (word.size() == 2 && word[1] == '.');
}

NameLikeness vietnamese(Name const& name)
{
    auto const count = name.words.size();
    if (count < 2 || count > 6 || !name.begins_with_surname() || bears_a_known_name(name) ||
        !std::ranges::all_of(name.plain, [](std::string const& word) {
            return is_syllable(word) || is_cut_short(word);
        })) {
        return NameLikeness::no;
    }
    bool const marked =
        count > 2 && (name.plain[1] == "thi" || holds(" văn van a seo ", name.lower[1]));
    bool const title_case = name.capitals;
    if (marked && (title_case || name.lower[1] == "thị" || name.plain[0] == "nguyen" ||
                   name.plain[0] == "tran")) {
        return NameLikeness::surely;
    }
    bool const unmistakable = holds(" nguyen tran pham hoang huynh trinh ", name.plain[0]) &&
                              count > 2 && name.plain[1] != "vi" && is_ascii(joined(name.words));
    if (!title_case && name.lower[0] != "nguyễn" && name.plain[0] != "nguyen" && !unmistakable) {
        return NameLikeness::no;
    }
    bool const common = is_ascii(joined(name.words)) || holds(common_surnames, name.lower[0]);
    bool const given = count > 2 || holds(given_names, name.lower[1]) ||
                       is_cut_short(name.plain[1]) || name.plain[0] == "nguyen" ||
                       holds(commonest_surnames, name.lower[0]);
    return common && given ? NameLikeness::likely : NameLikeness::perhaps;
}

/// "Bà Lan", "Mr. Hung", "chị Hoa ở chợ".
bool is_titled(Name const& name)
{
    if (name.words.size() < 2 || name.words.size() > 6) {
        return false;
    }
    auto title = name.lower[0];
    bool const english = title == "mr" || title == "mrs" || title == "ms" || title.ends_with('.');
    title = title.ends_with('.') ? title.substr(0, title.size() - 1) : title;
    bool const spoken_of =
        holds(titles, title) || (is_ascii(joined(name.words)) && holds(plain_titles, title));
    bool const family = holds(familiar_titles, title) && holds(titles, title);
    return spoken_of && is_capitalised(name.words[1]) && is_syllable(name.plain[1]) &&
           (english || family || holds(given_names, name.lower[1]) ||
            holds(" tư bảy sáu tám chín mười út ", name.lower[1]) ||
            holds(common_surnames, name.lower[1]));
}

/// "Maria Garcia": by a given name that many bear.
bool is_western(Name const& name)
{
    constexpr std::string_view western = " maria mary john anna ana david michael peter paul james "
                                         "robert william linda susan sarah elizabeth jane "
                                         "thomas daniel joseph jose juan somchai ";
    return name.words.size() > 1 && name.words.size() < 4 && name.capitals &&
           holds(western, name.plain[0]) &&
           std::ranges::all_of(name.plain, [](std::string const& word) {
               return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
           });
}

/// "N.T.L.", "Ng. V. A": capitals with points.
bool are_initials(std::string_view text)
{
    std::size_t letters = 0;
    bool point_due = false;
    for (char const c : text) {
        if (c >= 'A' && c <= 'Z' && !point_due) {
            ++letters;
            point_due = true;
        } else if (c == '.' && point_due) {
            point_due = false;
        } else if (c != ' ' || point_due) {
            return false;
        }
    }
    return letters >= 3 && text.find('.') != std::string_view::npos;
}

bool is_pinyin(std::string_view word)
{
    if (word.size() < 2 || word.size() > 12) {
        return false;
    }
    constexpr std::string_view vowels = "aeiou";
    std::size_t syllables = 0;
    for (std::size_t at = 0; at < word.size();) {
        std::size_t start = at;
        while (at < word.size() && vowels.find(word[at]) == vowels.npos) {
            ++at;
        }
        if (at > start && !holds(pinyin_syllable_starts, word.substr(start, at - start))) {
            return false;
        }
        if (at == word.size()) {
            return false;
        }
        while (at < word.size() && vowels.find(word[at]) != vowels.npos) {
            ++at;
        }
        if (word.substr(at).starts_with("ng")) {
            at += 2;
        } else if (at < word.size() && word[at] == 'n') {
            ++at;
        }
        ++syllables;
    }
    return syllables >= 1 && syllables <= 2;
}

/// "Wang Xiaoming", "LI Na".
NameLikeness pinyin(Name const& name)
{
    auto const count = name.words.size();
    if (count < 2 || count > 3 || !name.capitals || !is_ascii(joined(name.words))) {
        return NameLikeness::no;
    }
    bool const fits = holds(pinyin_surnames, name.plain[0]) &&
                      std::all_of(name.plain.begin() + 1, name.plain.end(), is_pinyin);
    bool const long_enough =
        count == 3 || name.plain[1].size() >= 5 ||
        holds(" wang li zhang liu chen zhao huang zhou wu xu sun ", name.plain[0]);
    return !fits ? NameLikeness::no : long_enough ? NameLikeness::likely : NameLikeness::perhaps;
}

constexpr std::size_t bytes_of_sign = 3;

/// Two or three signs, four with a double family name, the first of which is a family name.
NameLikeness chinese(std::string_view text)
{
    auto const signs = text.size() / bytes_of_sign;
    bool const all_signs = text.size() % bytes_of_sign == 0 &&
                           std::ranges::all_of(text, [](char c) { return (c & 0x80) != 0; }) &&
                           static_cast<unsigned char>(text[0]) >= 0xE4;
    if (!all_signs || signs < 2 || signs > 3) {
        return NameLikeness::no;
    }
    constexpr std::string_view doubled = "欧阳司马上官诸葛尉迟";
    if (text == "张三" || text == "李四" || text == "王五") {
        return NameLikeness::likely;
    }
    if (signs == 3 && doubled.find(text.substr(0, 2 * bytes_of_sign)) % (2 * bytes_of_sign) == 0) {
        return NameLikeness::likely;
    }
    auto const place = chinese_surnames.find(text.substr(0, bytes_of_sign));
    bool const surname = place != chinese_surnames.npos && place % bytes_of_sign == 0;
    bool const thing = chinese_place_ends.find(text.substr(text.size() - bytes_of_sign)) !=
                       chinese_place_ends.npos;
    constexpr std::string_view given =
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞刚英兰玲燕彩菊凤洁梅琳素莲雪爱妹香莺媛";
    bool const called = signs == 3 || given.find(text.substr(bytes_of_sign)) != given.npos;
    return !surname || thing ? NameLikeness::no
           : called          ? NameLikeness::likely
                             : NameLikeness::perhaps;
}

NameLikeness likeness_of(std::string_view text)
{
    Name const name{text};
    if (name.words.empty() || holds(place_words, name.lower[0])) {
        // But "Hồ" and "Đoàn" are family names, too.
        bool const surname = !name.words.empty() && name.words.size() > 2 &&
                             name.begins_with_surname() && name.capitals &&
                             (name.lower[1] == "thị" || name.lower[1] == "văn");
        return surname && !bears_a_known_name(name) ? NameLikeness::surely : NameLikeness::no;
    }
    bool const likely = is_titled(name) || are_initials(text) || is_western(name);
    return std::max({likely ? NameLikeness::likely : NameLikeness::no, vietnamese(name),
                     pinyin(name), chinese(text)});
}

}  // namespace

bool is_namesake(std::string_view text)
{
    return namesakes.find("|" + folded(text) + "|") != std::string_view::npos;
}

NameLikeness person_name(std::string_view text)
{
    auto likeness = likeness_of(unified(text));
    for (auto const& decoded : decodings_of(text)) {
        // Read in another code the names of some places look a little like those of persons.
        auto const other = likeness_of(unified(decoded));
        likeness = other == NameLikeness::surely ? other : likeness;
    }
    return likeness;
}

}  // namespace marchland::geo

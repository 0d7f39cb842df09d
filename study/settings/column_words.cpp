#include "study/settings/column_words.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>

namespace marchland::study {
namespace {

constexpr std::string_view commune_words =
    "commune|commune code|ma xa|ma don vi|ma dvhc|ma so xa|ma xa phuong|ma phuong xa|code|gso "
    "code|ma|unit code|"
    "org unit|organisation unit|org unit code|organisation unit code|adm3 pcode|pcode|admin3 "
    "pcode|乡镇代码|行政代码|代码";
/// Codes first; where there are none, names are matched.
constexpr std::string_view places_words =
    "commune|commune code|ma xa|ma don vi|ma dvhc|ma so xa|ma xa phuong|ma phuong xa|code|gso "
    "code|ma|unit code|"
    "org unit|organisation unit|org unit code|organisation unit code|adm3 pcode|pcode|admin3 "
    "pcode|乡镇代码|行政代码|代码|xa|ten xa|xa phuong|ten xa phuong|xa phuong thi tran|dia ban|don "
    "vi|ten don vi|commune name|乡镇";
constexpr std::string_view district_words =
    "district|huyen|ten huyen|quan huyen|huyen thi|huyen cu|district name|县";
constexpr std::string_view province_words = "province|tinh|ten tinh|tinh thanh|province name|省";
constexpr std::string_view period_words =
    "period|ky|thoi ky|ky bao cao|thoi gian|quarter|quy|year|nam|month|thang|nam "
    "thang|时期|年份|年|季度|月份";
constexpr std::string_view lon_words = "lon|longitude|x|lng|long|kinh do|kinhdo|toa do x|经度";
constexpr std::string_view lat_words = "lat|latitude|y|vi do|vido|toa do y|纬度";
constexpr std::string_view name_words =
    "name|name vi|ten|ten xa|ten don vi|ten dvhc|ten xa phuong|ten goi|full name|ten day du|adm3 "
    "vi|shape name|commune|名称";

constexpr std::array all_columns{
    ColumnWords{"communes", "id",
                "code|gso code|ma|ma xa|commune code|ma don vi|ma dvhc|ma so xa|ma xa phuong|adm3 "
                "pcode|pcode|id|shape "
                "id|代码|行政代码"},
    ColumnWords{"communes", "name", name_words},
    ColumnWords{"communes", "population",
                "population|population 2019|pop|dan so|danso|tong dan so|dan so trung binh|so "
                "dan|quy mo dan so|nhan "
                "khau|so nhan khau|total population|population total|total|人口|总人口"},
    ColumnWords{"communes", "at_risk",
                "at risk|population at risk|dan so nguy co|dan so co nguy co"},
    ColumnWords{"communes", "district", "district|huyen|ten huyen|quan huyen|huyen cu|县"},
    ColumnWords{"crossings", "id", "id|gate id|ma|ma cua khau|code|osm id|source row|编号"},
    ColumnWords{"crossings", "name", "name|name vi|ten|ten cua khau|cua khau|osm name|名称|口岸"},
    ColumnWords{"crossings", "class",
                "class|gate class|loai|loai cua khau|hang|cap|loai hinh|type|类型|类别"},
    ColumnWords{"crossings", "status", "status|trang thai|tinh trang|hien trang|状态"},
    ColumnWords{"crossings", "x", lon_words},
    ColumnWords{"crossings", "y", lat_words},
    ColumnWords{"markets", "id", "id|market id|ma|ma cho|code|编号"},
    ColumnWords{"markets", "name", "name|name vi|ten|ten cho|cho|名称|市场"},
    ColumnWords{"markets", "kind", "kind|type|loai|loai cho|loai hinh|类型"},
    ColumnWords{"markets", "x", lon_words},
    ColumnWords{"markets", "y", lat_words},
    ColumnWords{"roads", "class",
                "class|highway|fclass|infrastructure type|infrastructure class|loai|loai duong|cap "
                "duong|type|道路等级"},
    ColumnWords{"roads", "id", "id|osm id|osm ref|ma duong"},
    ColumnWords{"paths", "class", "class|highway|fclass|loai|loai duong|type"},
    ColumnWords{"paths", "id", "id|osm id|ma duong"},
    ColumnWords{"cases", "commune", places_words},
    ColumnWords{"cases", "district", district_words},
    ColumnWords{"cases", "province", province_words},
    ColumnWords{"cases", "vintage", "vintage|phien ban ma|ngay hieu luc"},
    ColumnWords{"cases", "period", period_words},
    ColumnWords{"cases", "count",
                "count|n|so nguoi|so nan nhan|so luong|so luong nguoi|so nguoi duoc phat hien|tong "
                "so nguoi|tong so "
                "nan nhan|victims|persons|number of victims|number of persons|cases|value|total|so "
                "ca|人数|受害人数"},
    ColumnWords{"cases", "role", "role|place role|vai tro|vai tro dia ban|角色"},
    ColumnWords{"cases", "form", "form|hinh thuc|hinh thuc boc lot|muc dich|muc dich mua ban|形式"},
    ColumnWords{"cases", "sex", "sex|gioi|gioi tinh|gender|性别"},
    ColumnWords{"cases", "age", "age|age group|nhom tuoi|do tuoi|年龄|年龄组"},
    ColumnWords{"effort", "commune", places_words},
    ColumnWords{"effort", "district", district_words},
    ColumnWords{"effort", "province", province_words},
    ColumnWords{"effort", "vintage", "vintage|phien ban ma|ngay hieu luc"},
    ColumnWords{"effort", "amount",
                "amount|hours|gio|so gio|so gio cong|so buoi|so luot|so lan|so ngay|so ngay "
                "cong|so cuoc|khoi luong|effort|visits|patrols|value|数量|小时"},
    ColumnWords{"effort", "kind", "kind|loai|loai hoat dong|hoat dong|hinh thuc|类型"},
    ColumnWords{"effort", "period", period_words},
    ColumnWords{"services", "id", "id|ma|ma dich vu|ma co so|code|编号"},
    ColumnWords{"services", "name", "name|ten|ten co so|ten dich vu|名称"},
    ColumnWords{"services", "kind",
                "kind|type|service|loai|loai dich vu|loai hinh|dich vu|类型|服务类型"},
    ColumnWords{"services", "capacity", "capacity|beds|suc chua|cong suat|so cho|容量|床位"},
    ColumnWords{"services", "opening",
                "opening|opening hours|hours|gio mo cua|gio lam viec|thoi gian lam viec|开放时间"},
    ColumnWords{"services", "since", "since|open since|tu ngay|hoat dong tu|bat dau|开始日期"},
    ColumnWords{"services", "until", "until|den ngay|hoat dong den|ket thuc|结束日期"},
    ColumnWords{"services", "expires", "expires|valid until|het han|co hieu luc den|有效期至"},
    ColumnWords{"services", "commune", "commune|commune code|ma xa|ma dvhc|ma xa phuong|乡镇代码"},
    ColumnWords{"services", "vintage", "vintage|phien ban ma"},
    ColumnWords{"services", "x", lon_words},
    ColumnWords{"services", "y", lat_words},
    ColumnWords{"activities", "commune", commune_words},
    ColumnWords{"activities", "vintage", "vintage|phien ban ma"},
    ColumnWords{"activities", "place", "place|dia diem|noi thuc hien|地点"},
    ColumnWords{
        "activities", "kind",
        "kind|type|activity|loai|loai hoat dong|hoat dong|noi dung hoat dong|活动类型|活动"},
    ColumnWords{"activities", "actor",
                "actor|agency|organisation|co quan|don vi thuc hien|co quan thuc hien|don vi chu "
                "tri|机构|实施单位"},
    ColumnWords{"activities", "period", period_words},
    ColumnWords{"activities", "unit", "unit|unit counted|don vi tinh|dvt|单位"},
    ColumnWords{"activities", "planned", "planned|plan|target|ke hoach|chi tieu|计划"},
    ColumnWords{"activities", "done",
                "done|actual|achieved|count|thuc hien|ket qua|da thuc hien|so luong|完成"},
    ColumnWords{"activities", "reached",
                "reached|persons reached|reach|so nguoi tiep can|so nguoi duoc tiep can|覆盖人数"},
    ColumnWords{"activities", "population",
                "population|population counted|target group|nhom nguoi|doi tuong huong loi|nhom "
                "huong loi|人群"},
    ColumnWords{"activities", "expires", "expires|valid until|het han|有效期至"},
    ColumnWords{"waiting", "period", period_words},
    ColumnWords{"waiting", "kind", "kind|type|loai|loai cho|noi dung|类型"},
    ColumnWords{"waiting", "band", "band|days|day band|so ngay|so ngay cho|khoang ngay|天数"},
    ColumnWords{"waiting", "count", "count|n|persons|so nguoi|so luong|人数"}};

bool is_separator(char c)
{
    return c == ' ' || c == '_' || c == '-' || c == '.' || c == ':' || c == '\t' || c == '\n' ||
           c == '\r' || c == '/' || c == '*' || c == '"' || c == '\'' || c == ',' || c == ';' ||
           c == '#';
}

}  // namespace

std::string header_key(std::string_view header)
{
    if (auto const slash = header.rfind('/');
        slash != std::string_view::npos && slash + 1 < header.size()) {
        header.remove_prefix(slash + 1);
    }
    if (auto const bracket = header.find('('); bracket != std::string_view::npos && bracket > 0) {
        header = header.substr(0, bracket);
    }
    auto key = geo::folded(geo::nfc(geo::trimmed(header)));
    std::erase_if(key, is_separator);
    return key;
}

std::span<ColumnWords const> column_words()
{
    return all_columns;
}

std::optional<std::size_t> likely_header(std::span<std::string const> headers,
                                         ColumnWords const& column)
{
    std::vector<std::string> keys;
    for (auto const& header : headers) {
        keys.push_back(header_key(header));
    }
    for (std::size_t from = 0; from < column.words.size();) {
        auto const to = std::min(column.words.find('|', from), column.words.size());
        auto const found =
            std::ranges::find(keys, header_key(column.words.substr(from, to - from)));
        if (found != keys.end()) {
            return static_cast<std::size_t>(found - keys.begin());
        }
        from = to + 1;
    }
    return std::nullopt;
}

}  // namespace marchland::study

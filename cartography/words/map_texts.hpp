/// \file map_texts.hpp
/// What stands on the map: banners, titles, legend, scale.
#pragma once

#include "cartography/words/text.hpp"

namespace marchland::cartography::text {

// Banners
inline constexpr Text restricted{u"LƯU HÀNH NỘI BỘ (RESTRICTED)", u"RESTRICTED"};
inline constexpr Text restricted_why{
    u"chỉ dùng trong cơ quan sở hữu dữ liệu; không chuyển tiếp, không công bố",
    u"for the agency that owns the data; do not pass on or publish"};
inline constexpr Text synthetic{u"DỮ LIỆU MÔ PHỎNG (SYNTHETIC)", u"SYNTHETIC DATA"};
inline constexpr Text synthetic_why{
    u"trường hợp giả định để tập huấn và kiểm tra; không số liệu nào phản ánh địa bàn có thật",
    u"made-up cases for training and checking; no figure is about a real place"};

// The map
inline constexpr Text role_origin{
    u"Vai trò địa bàn: nguồn (nơi đi) – nơi cư trú của người được phát hiện trước khi bị đưa đi, "
    u"không phải nơi họ được tìm thấy",
    u"Place role: origin – where detected persons came from, not where they were found"};
inline constexpr Text role_other{u"Vai trò địa bàn: %1", u"Place role: %1"};
inline constexpr Text data_as_of{u"Số liệu đến %1", u"Data as of %1"};
inline constexpr Text window{u"Trường hợp được phát hiện từ %1 đến %2",
                             u"Cases detected from %1 to %2"};
inline constexpr Text map_source{u"%1 · Marchland %2 · số khởi tạo ngẫu nhiên %3",
                                 u"%1 · Marchland %2 · seed %3"};
inline constexpr Text cannot_tell_map{
    u"%1/%2 xã được xếp hạng chưa thể phân biệt với xã xếp thứ nhất: xã thứ nhất xếp trên từng xã "
    u"này trong chưa đến 95% số lần mô phỏng.",
    u"%1 of %2 ranked communes cannot be told apart from the first: fewer than 95\u00a0% of the "
    u"model's draws rank it above them."};
inline constexpr Text kilometres{u"km", u"km"};
inline constexpr Text north{u"B", u"N"};

// Legend
inline constexpr Text class_under{u"dưới %1", u"under %1"};
inline constexpr Text class_from{u"từ %1 trở lên", u"%1 or more"};
inline constexpr Text unsure{u"kẻ sọc: chưa chắc chắn", u"striped: unsure"};
inline constexpr Text unsure_note{
    u"Chưa chắc chắn: cơ sở số liệu yếu, hoặc cận trên của khoảng ước lượng 90% gấp hơn 4 lần cận "
    u"dưới, hoặc chưa biết số giờ đến cửa khẩu.",
    u"Unsure: weak evidence, or the upper 90\u00a0% bound is more than 4 times the lower, or the "
    u"hours to the crossing are not known."};
inline constexpr Text open_risk{u"chưa rõ: thiếu số giờ đi", u"not known: no hours"};
inline constexpr Text open_note{
    u"Chưa rõ: chưa biết số giờ đến cửa khẩu nên không thể nói nguy cơ ở đó là thấp.",
    u"Not known: without the hours to the crossing the risk cannot be called low there."};
inline constexpr Text no_information{u"chưa có thông tin", u"no information"};
inline constexpr Text no_information_note{
    u"Màu xám: chưa triển khai phát hiện. Không có nghĩa là nguy cơ thấp.",
    u"Grey: no search there yet. It does not mean low risk."};
inline constexpr Text no_indicators_note{
    u"Màu xám: không có số liệu chỉ tiêu. Không có nghĩa là mức thấp.",
    u"Grey: no indicators there. It does not mean a low one."};
inline constexpr Text hours_unknown{u"chưa rõ", u"not known"};
inline constexpr Text hours_unknown_note{
    u"Kẻ sọc xám: không có đường tới cửa khẩu trong dữ liệu, hoặc dữ liệu thiếu đường nên số giờ "
    u"không đáng tin. Không có nghĩa là gần hay xa.",
    u"Grey stripes: no road to a crossing in the data, or roads are missing and the hours are not "
    u"to "
    u"be believed. It means neither near nor far."};
inline constexpr Text legend_communes{u"xã, phường, đặc khu", u"communes"};
inline constexpr Text legend_lines{u"Địa điểm và tuyến", u"Places and lines"};
inline constexpr Text crossing_international{u"Cửa khẩu quốc tế", u"Crossing, international"};
inline constexpr Text crossing_bilateral{u"Cửa khẩu chính (song phương)",
                                         u"Crossing, main (bilateral)"};
inline constexpr Text crossing_other{u"Cửa khẩu phụ, lối thông quan, lối mở",
                                     u"Crossing, auxiliary or opening"};
inline constexpr Text crossing_unknown{u"Cửa khẩu, lối mở chưa rõ loại",
                                       u"Crossing, kind not known"};
inline constexpr Text crossing_closed{u"Cửa khẩu đã đóng", u"Crossing, closed"};
inline constexpr Text market{u"Chợ biên giới", u"Border market"};
inline constexpr Text hotspot_outline{u"Cụm cao (điểm nóng theo thống kê)", u"Hotspot"};
inline constexpr Text corridor{u"Tuyến đi theo đường công cộng", u"Corridor, by public road"};
inline constexpr Text road{u"Đường bộ", u"Road"};
inline constexpr Text border{u"Đường biên giới", u"Border"};

}  // namespace marchland::cartography::text

/// \file corridor_texts.hpp
/// The report and the cards on crossings, corridors and posts.
#pragma once

#include "cartography/words/text.hpp"

#include <array>

namespace marchland::cartography::text {

inline constexpr Text corridors{u"Tuyến đi theo cửa khẩu", u"Corridors by crossing"};
inline constexpr Text corridors_intro{
    u"Những nơi dòng người từ các xã nguồn (nơi đi) có thể ra tới biên giới, tính theo thời gian "
    u"đi lại. Đây là mô hình về khả năng tiếp cận biên giới, dùng để bố trí dịch vụ và rà soát địa "
    u"bàn; không phải là quan sát các chuyến đi, và phần lớn người trên các tuyến này đi buôn bán, "
    u"làm việc và thăm gia đình.",
    u"Where movement from communes of origin would meet the border, given travel times. It is a "
    u"model of exposure, for placing services and review; it is not an observation of journeys, "
    u"and most people on these roads travel for trade, work and family."};
inline constexpr Text corridors_none{
    u"Bộ dữ liệu không có cửa khẩu hoặc không có đường, nên không ước tính tuyến đi.",
    u"The study has no crossings or no roads, so no corridor was estimated."};
inline constexpr Text corridors_informal_note{
    u"Các lối qua lại không chính thức được gộp thành một dòng, không nêu tên, vị trí hay thời "
    u"gian; khoảng ước lượng là tổng các khoảng riêng. Đường mòn không được vẽ ở bất cứ đâu.",
    u"Informal crossings are given as one line without names, places or times, and bounds that are "
    u"sums of their single bounds. Informal paths are never drawn."};
inline constexpr Text column_crossing{u"Cửa khẩu", u"Crossing"};
inline constexpr Text column_share{u"Tỷ trọng dòng đi qua, ước tính (90%)",
                                   u"Share of exposure (90 %)"};
inline constexpr Text column_mean_hours{u"Số giờ trung bình từ các xã",
                                        u"Mean hours from the communes"};
inline constexpr Text column_status{u"Tình trạng", u"Status"};
inline constexpr Text informal_together{u"Các lối qua lại không chính thức (gộp chung)",
                                        u"Informal crossings (together)"};
inline constexpr Text informal_one{u"một lối qua lại không chính thức", u"an informal crossing"};
inline constexpr Text status_open{u"đang hoạt động", u"open"};
inline constexpr Text network_apart{u"tách khỏi mạng lưới đường", u"apart from the road network"};
inline constexpr Text network_none{u"không có đường trong dữ liệu", u"no road in the data"};
inline constexpr Text flow_doubtful{
    u"%1 dòng đi qua từ các xã có số giờ không đáng tin (thiếu đường)",
    u"%1 of the flow from communes whose hours are not to be believed (roads missing)"};
inline constexpr Text network_trains{u"chỉ dành cho tàu hỏa", u"trains only"};
inline constexpr Text status_closed{u"đã đóng", u"closed"};
inline constexpr Text status_unknown{u"không rõ", u"unknown"};

// The corridor sheet
inline constexpr Text sheet{u"Bảng tuyến xã – cửa khẩu", u"Corridor sheet"};
inline constexpr Text sheet_intro{
    u"Hai mươi cặp xã và cửa khẩu chính thức có số người ước tính cao nhất: mất bao lâu, đi loại "
    u"đường nào, và thông tin chắc chắn đến đâu. Người dân qua đây để buôn bán, làm việc và thăm "
    u"gia đình; hầu hết không gặp nguy cơ. Dùng để đặt bàn thông tin, không bao giờ để chặn người.",
    u"The twenty pairs of commune and official crossing with most expected persons: how long, on "
    u"what road, and how good is what we know. People pass here to trade, work and visit family; "
    u"nearly all of them are not at risk. For desks and information, never for stopping people."};
inline constexpr Text sheet_doubtful{
    u"Dấu – ở cột số giờ: dữ liệu thiếu đường quanh xã đó nên số giờ không đáng tin. Tỷ lệ và loại "
    u"đường vẫn tính theo mạng lưới còn thiếu ấy.",
    u"– for the hours: roads around the commune are missing in the data, and its hours are not to "
    u"be "
    u"believed. Share and road still follow the network as it is."};
inline constexpr Text column_share_of_commune{u"Tỷ lệ của xã", u"Share of the commune"};
inline constexpr Text column_hours_range{u"Số giờ (90%)", u"Hours (90 %)"};
inline constexpr Text column_by_class{u"Loại đường", u"Road"};
/// national, provincial, local, track and path, unknown
inline constexpr std::array road_mix{Text{u"%1 km quốc lộ", u"%1 km national"},
                                     Text{u"%1 km đường tỉnh", u"%1 km provincial"},
                                     Text{u"%1 km đường địa phương", u"%1 km local"},
                                     Text{u"%1 km đường đất, đường mòn", u"%1 km track and path"},
                                     Text{u"%1 km không rõ loại", u"%1 km unknown"}};

// Posts
inline constexpr Text posts{u"Vị trí đặt điểm tư vấn tiếp cận được nhiều người nhất",
                            u"Best places for posts"};
inline constexpr Text posts_intro{
    u"Nơi đặt bàn thông tin, điểm tư vấn lưu động hoặc dịch vụ, xếp theo số người tiếp cận thêm "
    u"được. Cột cuối là số còn lại nếu người dân tránh các cửa khẩu có điểm tư vấn.",
    u"Places for desks, outreach posts or service points, the one that adds most first. The last "
    u"column is what is left if people avoid crossings with a post."};
inline constexpr Text column_order{u"Thứ tự", u"No"};
inline constexpr Text column_place{u"Nơi", u"Place"};
inline constexpr Text column_reached{u"Số người được tiếp cận mỗi năm (cộng dồn)",
                                     u"Persons reached a year (running total)"};
inline constexpr Text column_reached_after{u"Nếu người dân chọn cửa khẩu khác",
                                           u"If people avoid these crossings"};

}  // namespace marchland::cartography::text

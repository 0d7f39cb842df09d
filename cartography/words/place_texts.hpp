/// \file place_texts.hpp
/// The report and the cards on places: headline, ranks, what is not known, hotspots.
#pragma once

#include "cartography/words/text.hpp"

namespace marchland::cartography::text {

inline constexpr Text report_title{u"Nguy cơ mua bán người theo xã nguồn (nơi đi)",
                                   u"Trafficking risk by commune of origin"};
inline constexpr Text contents{u"Mục lục", u"Contents"};

// In short
inline constexpr Text headline{u"Tóm tắt", u"In short"};
inline constexpr Text headline_first{
    u"Xã nên đến trước: %1. Nguy cơ tương đối ước tính %2; thứ hạng %3; cơ sở số liệu %4.",
    u"First to visit: %1. Estimated relative risk %2; rank %3; evidence %4."};
inline constexpr Text headline_few{u"Quá ít người được phát hiện nên chưa thể phân biệt các xã: "
                                   u"thứ tự dưới đây chủ yếu phản ánh số dân.",
                                   u"Too few persons were detected to tell communes apart: the "
                                   u"order below mostly reflects how many "
                                   u"people live there."};
inline constexpr Text headline_by_lot{
    u"Chưa thấy thứ tự các xã tốt hơn bốc thăm: trong những năm chưa "
    u"dùng để lập danh sách, các xã trong danh sách "
    u"có %1 số người được phát hiện; một danh sách bốc thăm có "
    u"cùng số dân sẽ có khoảng %2. Không nên chỉ "
    u"dựa vào thứ tự này.",
    u"The order was not seen to be better than by lot: in years that it had "
    u"not seen, the communes on its list had "
    u"%1 of the persons detected; a list with as many people "
    u"drawn by lot would have about %2. Do not "
    u"rely on the order alone."};
inline constexpr Text headline_unknown_first{u"Chưa xếp hạng được xã nào.",
                                             u"No commune could be ranked."};
inline constexpr Text headline_cannot_tell{
    u"%1/%2 xã được xếp hạng chưa thể phân biệt với xã xếp thứ nhất: xã thứ nhất xếp trên từng xã "
    u"này trong chưa đến 95% số lần mô phỏng. Hãy coi các xã này là một nhóm.",
    u"%1 of %2 ranked communes cannot be told apart from the first: fewer than 95 % of the model's "
    u"draws rank it above them. Treat them as one group."};
inline constexpr Text headline_all_apart{
    u"Xã xếp thứ nhất phân biệt được với mọi xã khác: trong ít nhất 95% số lần mô phỏng, xã này "
    u"xếp trên từng xã còn lại.",
    u"The first commune is told apart from every other: at least 95 % of the model's draws rank it "
    u"above each of them."};
inline constexpr Text headline_no_information{
    u"%1/%2 xã chưa có thông tin: chưa triển khai phát hiện, hoặc chưa biết số dân. Chưa có thông "
    u"tin không có nghĩa là an toàn.",
    u"%1 of %2 communes have no information: no search was made there, or the population is not "
    u"known. They are not safe, they are unknown."};
inline constexpr Text headline_hotspots{
    u"Số cụm cao vượt mức có thể do ngẫu nhiên: %1.",
    u"Hotspots that stand out more than chance would explain: %1."};
inline constexpr Text headline_no_hotspots{
    u"Không có cụm cao nào vượt mức có thể do ngẫu nhiên.",
    u"No hotspot stands out more than chance would explain."};
inline constexpr Text headline_role{
    u"Mọi số liệu về nguy cơ đều nói về xã nguồn (nơi đi) và chỉ dựa trên các trường hợp được phát "
    u"hiện; trường hợp chưa được phát hiện không có trong số liệu.",
    u"All risk figures are about places of origin. They rest on detected cases only; what was not "
    u"detected is not counted."};

// The map
inline constexpr Text map{u"Bản đồ", u"Map"};
inline constexpr Text map_alt{
    u"Bản đồ nguy cơ tương đối ước tính theo xã nguồn (nơi đi), số cụm cao được viền: %1. Xã kẻ "
    u"sọc là chưa chắc chắn; xã màu xám là chưa có thông tin. Bảng bên dưới có cùng các số liệu.",
    u"Map of estimated relative risk by commune of origin; hotspots outlined: %1. Striped communes "
    u"are unsure; grey communes have no information. The table below holds the same figures."};

// Ranks
inline constexpr Text ranked{u"Danh sách xã theo thứ hạng", u"Communes in order"};
inline constexpr Text ranked_intro{u"Xếp theo %1. Mỗi số liệu kèm khoảng ước lượng 90% trong "
                                   u"ngoặc. Dòng có dấu = chưa thể phân biệt với xã xếp thứ nhất.",
                                   u"Ordered by %1. Every figure stands with its 90 % interval in "
                                   u"brackets. Rows marked = cannot be told apart from the first."};
inline constexpr Text ranked_left_out{
    u"Bảng liệt kê %1/%2 xã được xếp hạng; danh sách đầy đủ ở tệp communes.csv.",
    u"The first %1 of %2 ranked communes are shown; communes.csv holds all."};
inline constexpr Text intervals_note{u"Số trong ngoặc là khoảng ước lượng 90%: nếu mô hình đúng, "
                                     u"trung bình cứ 10 khoảng thì 9 khoảng chứa giá trị thực.",
                                     u"Numbers in brackets are 90 % intervals: if the model is "
                                     u"right, 9 in 10 of these intervals contain the true value."};
inline constexpr Text same_as_first{u"chưa thể phân biệt với xã xếp thứ nhất",
                                    u"cannot be told apart from the first"};
inline constexpr Text column_rank{u"Thứ hạng (90%)", u"Rank (90 %)"};
inline constexpr Text column_commune{u"Cấp xã", u"Commune"};
inline constexpr Text column_risk{u"Nguy cơ tương đối (90%)", u"Relative risk (90 %)"};
inline constexpr Text column_expected{u"Số người ước tính mỗi năm (90%)",
                                      u"Expected persons a year (90 %)"};
inline constexpr Text column_above{u"Xác suất nguy cơ cao hơn mức chung của vùng",
                                   u"Chance of being above the region"};
inline constexpr Text column_evidence{u"Cơ sở số liệu", u"Evidence"};
inline constexpr Text column_detected{u"Số người được phát hiện", u"Detected persons"};
inline constexpr Text column_hours{u"Số giờ đến cửa khẩu", u"Hours to a crossing"};
inline constexpr Text column_hours_official{u"Số giờ đến cửa khẩu chính thức",
                                            u"Hours to an official crossing"};
inline constexpr Text column_drivers{u"Số liệu làm căn cứ", u"Data behind the figure"};
inline constexpr Text driver_cases{u"phát hiện %1 người; theo tỷ suất chung của vùng là %2 người",
                                   u"detected %1, expected %2 at the region's rate"};
inline constexpr Text driver_effort{u"mức độ triển khai phát hiện bằng %1 lần mức chung của vùng",
                                    u"search effort %1 times the region's"};
inline constexpr Text driver_no_effort{u"chưa ghi nhận hoạt động phát hiện nào",
                                       u"no effort recorded"};
inline constexpr Text driver_no_hours{u"chưa biết số giờ đến cửa khẩu",
                                      u"hours to the crossing not known"};
inline constexpr Text driver_no_population{u"không có số dân", u"no population figure"};

// Where nothing is known
inline constexpr Text not_looked{u"Chưa có thông tin", u"No information"};
inline constexpr Text not_looked_intro{
    u"Ở các xã này chưa triển khai hoạt động phát hiện và chưa phát hiện trường hợp nào, hoặc chưa "
    u"biết số dân. Chưa thể nói gì về nguy cơ; nên dành một phần hoạt động truyền thông cho các xã "
    u"này để nắm tình hình.",
    u"In these communes no effort was spent and no case was detected, or the population is not "
    u"known. Nothing can be said about their risk; a share of the outreach should go there to find "
    u"out."};
inline constexpr Text not_looked_none{u"Mọi xã đều đã có hoạt động phát hiện.",
                                      u"There was a search in every commune."};

// Hotspots
inline constexpr Text hotspots{u"Diễn giải các cụm cao (điểm nóng theo thống kê)",
                               u"Hotspots in plain words"};
inline constexpr Text hotspots_intro{
    u"Cụm cao là nhóm xã liền kề có nhiều người được phát hiện hơn mức có thể do ngẫu nhiên; %1. "
    u"Đây là kết quả thống kê, không phải danh sách địa bàn trọng điểm do cơ quan công an xác "
    u"định.",
    u"A hotspot is a group of neighbouring communes where more persons were detected than chance "
    u"would explain; %1. It is a result of statistics, not a list of places that an authority has "
    u"designated."};
inline constexpr Text hotspots_not_sought{
    u"Không tìm cụm cao: bộ dữ liệu không yêu cầu, hoặc không tính được.",
    u"Hotspots were not looked for: the study does not ask for them, or they could not be "
    u"computed."};
/// Is there any clustering at all? %1 Moran's I, %2 p
inline constexpr Text clustering_seen{u"Xét chung toàn vùng, các xã có tỷ suất giống nhau nằm gần "
                                      u"nhau hơn mức ngẫu nhiên (chỉ số Moran "
                                      u"I = %1; p: %2).",
                                      u"Over the whole region communes with like rates lie "
                                      u"together more than chance would bring about "
                                      u"(Moran's I = %1; p: %2)."};
inline constexpr Text clustering_not_seen{u"Xét chung toàn vùng, không thấy các xã có tỷ suất "
                                          u"giống nhau nằm gần nhau hơn mức ngẫu nhiên (chỉ "
                                          u"số Moran I = %1; p: %2).",
                                          u"Over the whole region like rates do not lie together "
                                          u"more than chance would bring about (Moran's "
                                          u"I = %1; p: %2)."};
inline constexpr Text hotspots_none{
    u"Không tìm thấy cụm cao nào. Cũng có thể do quá ít trường hợp để kết luận.",
    u"None was found. That may also mean too few cases to tell."};
inline constexpr Text hotspot_high{u"Cao hơn mức chung của vùng, quanh %1",
                                   u"Higher than expected around %1"};
inline constexpr Text hotspot_low{u"Thấp hơn mức chung của vùng, quanh %1",
                                  u"Lower than expected around %1"};
inline constexpr Text hotspot_members{u"Gồm: %1.", u"Communes: %1."};
inline constexpr Text hotspot_figures{
    u"Số người được phát hiện: %1; tính theo tỷ suất chung của vùng: %2.",
    u"Detected persons: %1; expected at the region's rate: %2."};
inline constexpr Text hotspot_chance{
    u"Xác suất một cụm rõ như vậy chỉ do ngẫu nhiên: %1.",
    u"A pattern this strong comes about by chance with probability %1."};
inline constexpr Text hotspot_period{u"Được phát hiện từ %1 đến %2.", u"Detected from %1 to %2."};
inline constexpr Text none_known{u"–", u"–"};
inline constexpr Text banded_most{u"≥ 20", u"20+"};

}  // namespace marchland::cartography::text

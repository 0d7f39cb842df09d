/// \file method_texts.hpp
/// The report on itself: purpose, data quality, method, sources, and names of layers.
#pragma once

#include "cartography/words/text.hpp"

namespace marchland::cartography::text {

// Purpose
inline constexpr Text purpose{u"Mục đích sử dụng", u"Purpose"};
inline constexpr Text purpose_text{u"Mục đích đã nêu: %1.", u"Stated purpose: %1."};
inline constexpr Text purpose_not{
    u"Báo cáo này phục vụ việc lập kế hoạch truyền thông, dịch vụ hỗ trợ và rà soát địa bàn. Báo "
    u"cáo nói về địa bàn, không nói về cá nhân; không phải là căn cứ để hạn chế việc đi lại của "
    u"bất kỳ ai hay để quy kết, phân biệt đối xử với cá nhân hoặc cộng đồng.",
    u"This report is for planning outreach, services and review. It speaks of places, never of "
    u"persons; it is no ground for restricting anybody's movement, and no basis for profiling."};

// Data quality
inline constexpr Text quality{u"Chất lượng dữ liệu", u"Data quality"};
inline constexpr Text quality_intro{
    u"%1 lỗi, %2 cảnh báo và %3 lưu ý. Kết quả chỉ đáng tin khi dữ liệu đầu vào đáng tin. Phần mềm "
    u"ghi chi tiết bằng tiếng Anh.",
    u"%1 errors, %2 warnings and %3 notes. Results are only as reliable as the data."};
inline constexpr Text quality_none{u"Kiểm tra không thấy vấn đề nào.",
                                   u"The checks found no problems."};
inline constexpr Text quality_more{u"và %1 trường hợp tương tự", u"and %1 more of this kind"};
inline constexpr Text severity_error{u"lỗi", u"error"};
inline constexpr Text severity_warning{u"cảnh báo", u"warning"};
inline constexpr Text severity_note{u"lưu ý", u"note"};
inline constexpr Text column_severity{u"Mức độ", u"Severity"};
inline constexpr Text column_layer{u"Lớp", u"Layer"};
inline constexpr Text column_finding{u"Vấn đề", u"Problem"};
inline constexpr Text column_action{u"Cách xử lý", u"What to do"};
inline constexpr Text withheld{
    u"không nêu chi tiết về lối qua lại hoặc đường mòn không chính thức (phép kiểm tra: %1)",
    u"details about informal crossings or paths are withheld (check: %1)"};
inline constexpr Text withheld_action{u"xem tệp findings.csv của bộ dữ liệu",
                                      u"see findings.csv of the study"};
inline constexpr Text absent{
    u"Bộ dữ liệu không có lớp %1; các kết quả cần đến lớp này đều nói rõ điều đó.",
    u"The study has no %1; results that would use them say so."};

// Method
inline constexpr Text method{u"Tóm tắt phương pháp", u"Method in short"};
inline constexpr Text method_question{u"Câu hỏi", u"Question"};
inline constexpr Text method_question_text{
    u"Người dân ở những xã nào có nguy cơ bị mua bán cao nhất, xét theo nơi các trường hợp được "
    u"phát hiện, mức độ triển khai và dân số ở đó?",
    u"From which communes are persons most likely to be trafficked, given where cases were "
    u"detected, how hard people looked, and who lives there?"};
inline constexpr Text method_model{u"Mô hình nguy cơ", u"Risk model"};
inline constexpr Text model_bym2{
    u"BYM2: số liệu của xã, các xã lân cận và các chỉ tiêu cùng được tính đến",
    u"BYM2: the commune's own counts, its neighbours and indicators together"};
inline constexpr Text model_bym2_negbin{
    u"BYM2 với phân bố nhị thức âm: số liệu của xã, các xã lân cận và các chỉ tiêu cùng được tính "
    u"đến, cho số liệu phân tán hơn",
    u"BYM2, negative binomial: the commune's own counts, its neighbours and indicators together, "
    u"for counts that scatter more"};
inline constexpr Text model_gamma_poisson{u"gamma-Poisson: chỉ số liệu của từng xã",
                                          u"gamma-Poisson: the commune's own counts alone"};
inline constexpr Text method_window{u"Số liệu", u"Cases"};
inline constexpr Text method_region_rate{u"Tỷ suất phát hiện của vùng",
                                         u"Detected rate of the region"};
inline constexpr Text method_effort{u"Mức độ triển khai", u"Search effort"};
inline constexpr Text method_effort_yes{u"có số liệu; ước tính đã tính đến mức độ triển khai",
                                        u"known; the estimates are per effort"};
inline constexpr Text method_effort_no{
    u"chưa có số liệu: ước tính có thể cho thấy nơi được triển khai nhiều hơn là nơi có nguy cơ",
    u"not known: the estimates may show where people looked rather than where people are at risk"};
inline constexpr Text method_rank{u"Thứ tự xếp hạng", u"Order"};
inline constexpr Text method_rank_expected{u"số người ước tính mỗi năm",
                                           u"expected persons a year"};
inline constexpr Text method_rank_risk{u"nguy cơ tương đối", u"relative risk"};
inline constexpr Text method_rank_exceedance{u"xác suất nguy cơ cao hơn mức chung của vùng",
                                             u"probability of lying above the region"};
inline constexpr Text method_hotspots{u"Cụm cao", u"Hotspots"};
inline constexpr Text method_hotspots_text{u"Moran cục bộ và Gi*, %1 hoán vị, %2",
                                           u"local Moran and Gi*, %1 permutations, %2"};
inline constexpr Text method_travel{u"Phương tiện đi lại", u"Travel"};
inline constexpr Text method_vintage{u"Đơn vị hành chính", u"Units"};
inline constexpr Text method_crs{u"Hệ tọa độ", u"Reference system"};
inline constexpr Text method_version{u"Chương trình", u"Program"};
inline constexpr Text method_version_text{u"Marchland %1, số khởi tạo ngẫu nhiên %2",
                                          u"Marchland %1, seed %2"};
inline constexpr Text method_limits{u"Giới hạn", u"Limits"};
inline constexpr Text method_limits_text{
    u"Số trường hợp được phát hiện rất ít và không phải là tất cả. Các khoảng ước lượng đều rộng "
    u"và phải luôn được đọc cùng số liệu. Ước tính cho một địa bàn không nói gì về một người sống "
    u"ở đó. So sánh trước – sau phải đối chiếu với địa bàn không triển khai chương trình.",
    u"Detected cases are few and are not all cases. Intervals are wide: always read them with the "
    u"figure. An estimate for a place says nothing about a person who lives there. Before and "
    u"after must be compared with places that had no programme."};
inline constexpr Text years{u"%1 năm", u"%1 years"};
inline constexpr Text per_year{u"%1 trên 10.000 dân mỗi năm", u"%1 per 10,000 at risk a year"};

// Sources
inline constexpr Text sources{u"Nguồn dữ liệu", u"Sources"};
inline constexpr Text sources_none{u"Bộ dữ liệu không nêu nguồn.", u"The study names no sources."};

// Layers, as studies spell them
inline constexpr Text layer_communes{u"đơn vị cấp xã", u"communes"};
inline constexpr Text layer_crossings{u"cửa khẩu", u"crossings"};
inline constexpr Text layer_markets{u"chợ", u"markets"};
inline constexpr Text layer_roads{u"đường bộ", u"roads"};
inline constexpr Text layer_paths{u"đường mòn", u"paths"};
inline constexpr Text layer_terrain{u"địa hình", u"terrain"};
inline constexpr Text layer_land_cover{u"lớp phủ mặt đất", u"land cover"};
inline constexpr Text layer_rivers{u"sông, suối", u"rivers"};
inline constexpr Text layer_border{u"đường biên giới", u"border"};
inline constexpr Text layer_cases{u"trường hợp (số người được phát hiện)", u"cases"};
inline constexpr Text layer_effort{u"mức độ triển khai", u"effort"};
inline constexpr Text layer_people{u"dân số theo giới tính và nhóm tuổi", u"people by sex and age"};
inline constexpr Text layer_lists{u"danh sách của các cơ quan", u"lists of agencies"};
inline constexpr Text layer_visits{u"các lượt tổ công tác đã đi", u"visits of the teams"};
inline constexpr Text layer_services{u"dịch vụ hỗ trợ", u"services"};
inline constexpr Text layer_activities{u"hoạt động của các cơ quan", u"activities"};
inline constexpr Text layer_waiting{u"thời gian chờ trao trả", u"waiting times"};
inline constexpr Text layer_crosswalk{u"bảng chuyển đổi mã", u"crosswalk"};
inline constexpr Text layer_indicators{u"chỉ tiêu", u"indicators"};
inline constexpr Text layer_risk{u"nguy cơ", u"risk"};
inline constexpr Text layer_hotspots{u"cụm cao", u"hotspots"};
inline constexpr Text layer_plan{u"kế hoạch", u"plan"};
inline constexpr Text layer_corridors{u"tuyến đi", u"corridors"};
inline constexpr Text layer_posts{u"điểm tư vấn", u"posts"};
inline constexpr Text layer_demand{u"số người đi theo số liệu đã cho", u"given demand"};
inline constexpr Text layer_routes{u"đường đi", u"routes"};

// Ways to travel
inline constexpr Text travel_motorbike{u"xe máy", u"motorbike"};
inline constexpr Text travel_foot{u"đi bộ", u"on foot"};
inline constexpr Text travel_car{u"ô tô", u"car"};

}  // namespace marchland::cartography::text

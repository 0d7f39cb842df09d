/// \file work_texts.hpp
/// The report on the work: layers, plan, change, hold-out, the undetected.
#pragma once

#include "cartography/words/text.hpp"

namespace marchland::cartography::text {

inline constexpr Text layers{u"Ba lớp thông tin tách riêng", u"Three layers, each by itself"};
inline constexpr Text layers_intro{
    u"Nơi nào dễ bị tổn thương, nơi nào gần đường ra biên giới, và đã phát hiện được gì so với mức "
    u"độ triển khai là ba điều khác nhau. Chỉ mô hình mới kết hợp chúng. Bản đồ cuối cho biết với "
    u"mức triển khai đó có thể nhận ra đến đâu.",
    u"Who is vulnerable, who lives near the ways out, and what was found for the effort spent are "
    u"three things. Only the model joins them. The last map says what the effort could have found "
    u"at all."};

// Plan
inline constexpr Text plan{u"Kế hoạch đi cơ sở", u"Visits of the teams"};
inline constexpr Text plan_intro{u"Các xã giúp tiếp cận được nhiều người nhất trong số ngày công "
                                 u"tác của các tổ, có dành ngày cho những xã còn ít thông tin.",
                                 u"The communes that reach most persons within the team-days, with "
                                 u"days kept for communes of which little is known."};
inline constexpr Text plan_left_out{u"Chưa đưa vào kế hoạch, lý do", u"Left out, and why"};
inline constexpr Text column_visit{u"Lượt đi", u"Visit"};
inline constexpr Text column_team{u"Tổ công tác", u"Team"};
inline constexpr Text column_from_day{u"Bắt đầu sau (ngày)", u"From day"};
inline constexpr Text column_date{u"Ngày đi", u"Date"};
inline constexpr Text column_days{u"Số ngày", u"Days"};
inline constexpr Text column_reach{u"Số người được tiếp cận mỗi năm", u"Persons reached a year"};
inline constexpr Text column_why{u"Lý do", u"Why"};
inline constexpr Text plan_to_learn{u"để tìm hiểu, vì còn biết ít về xã này",
                                    u"to learn, as little is known of it"};
inline constexpr Text plan_reason{
    u"ước tính %1 người mỗi năm; cơ sở số liệu %2; tiếp cận %3 người mỗi ngày công tác",
    u"%1 persons expected a year; evidence %2; %3 reached a team-day"};
inline constexpr Text plan_visit{u"lượt đi thứ %1", u"visit %1"};
inline constexpr Text plan_no_figure{
    u"toàn vùng chưa phát hiện người nào nên chưa ước tính được số người",
    u"nobody was found in the region, so nothing tells how many persons"};
inline constexpr Text plan_doubtful{
    u"dữ liệu thiếu đường ở đó nên số ngày không đáng tin, có thể ít hơn nhiều",
    u"roads are missing in the data there: the days are not to be believed, and may be far fewer"};
inline constexpr Text plan_market_day{u"họp chợ ngày %1", u"market on %1"};
inline constexpr Text plan_last_visit{u"lần đi gần nhất: %1", u"last visit: %1"};
inline constexpr Text plan_left_figure{u"mỗi ngày công tác tiếp cận %1 người",
                                       u"reaches %1 persons a team-day"};
inline constexpr Text plan_no_way{u"không có đường đi từ nơi đặt tổ công tác",
                                  u"no way on the network leads there from the base"};

// Change
inline constexpr Text changes{u"Tăng, giảm thực hay do triển khai?", u"Is the change real?"};
inline constexpr Text changes_intro{
    u"Số người được phát hiện trước và sau, so với mức độ triển khai trong hai giai đoạn. “Thực” "
    u"nghĩa là nếu nguy cơ không đổi thì ngẫu nhiên chỉ gây ra thay đổi như vậy trong dưới 5% "
    u"trường hợp. Khi không biết mức độ triển khai thì chưa đủ cơ sở kết luận.",
    u"Persons found before and after, against the effort in both spans. “Real” means that chance "
    u"with the same risk would bring such a change in fewer than 5 % of cases. Where effort is not "
    u"known, the change cannot be judged."};
inline constexpr Text changes_break{
    u"Từ 01/7/2025 sắp xếp đơn vị hành chính cấp xã: số liệu trước và sau thuộc các đơn vị khác "
    u"nhau nếu chưa được quy đổi.",
    u"The communes were merged in July 2025: figures before and after speak of different units "
    u"unless they were brought to the same ones."};
inline constexpr Text column_whom{u"Nhóm hoặc địa bàn", u"Who or where"};
inline constexpr Text column_before{u"Giai đoạn trước", u"Found before"};
inline constexpr Text column_after{u"Giai đoạn sau", u"Found after"};
inline constexpr Text column_effort_ratio{u"Mức triển khai (sau/trước, lần)",
                                          u"Effort, after ÷ before"};
inline constexpr Text column_ratio{u"Số phát hiện khi mức triển khai như nhau (sau/trước, lần)",
                                   u"Detections at equal effort, after ÷ before"};
inline constexpr Text column_verdict{u"Kết luận", u"Verdict"};
inline constexpr Text ratio_without_before{u"không tính được (giai đoạn trước: 0)",
                                           u"cannot be computed (none before)"};
inline constexpr Text span{u"%1–%2", u"%1 to %2"};
inline constexpr Text verdict_rise{u"tăng thực", u"real rise"};
inline constexpr Text verdict_fall{u"giảm thực", u"real fall"};
inline constexpr Text verdict_effort{u"do mức triển khai thay đổi", u"effort explains it"};
inline constexpr Text verdict_unknown{u"chưa đủ cơ sở kết luận", u"cannot tell"};
inline constexpr Text whole_region{u"toàn vùng", u"whole region"};

// Groups
inline constexpr Text group_sex{u"Giới tính: %1", u"Sex: %1"};
inline constexpr Text group_age{u"Nhóm tuổi: %1", u"Age: %1"};
inline constexpr Text group_form{u"Hình thức: %1", u"Form: %1"};
inline constexpr Text unknown_group{u"chưa rõ", u"unknown"};
inline constexpr Text sex_female{u"nữ", u"female"};
inline constexpr Text sex_male{u"nam", u"male"};
inline constexpr Text form_forced_labour{u"cưỡng bức lao động", u"forced labour"};
inline constexpr Text form_sexual_exploitation{u"bóc lột tình dục", u"sexual exploitation"};
inline constexpr Text form_forced_marriage{u"cưỡng ép kết hôn", u"forced marriage"};
inline constexpr Text form_domestic_servitude{u"cưỡng bức giúp việc gia đình",
                                              u"domestic servitude"};
inline constexpr Text form_forced_criminality{u"ép buộc phạm tội", u"forced criminality"};
inline constexpr Text form_forced_begging{u"ép buộc đi ăn xin", u"forced begging"};
inline constexpr Text form_removal_of_organs{u"lấy bộ phận cơ thể người", u"removal of organs"};
inline constexpr Text form_illegal_adoption{u"nhận con nuôi trái pháp luật", u"illegal adoption"};
inline constexpr Text form_other{u"hình thức khác", u"other form"};

// The undetected
inline constexpr Text reporting{u"Bao nhiêu người chưa được phát hiện?",
                                u"How many were never detected?"};
inline constexpr Text reporting_intro{
    u"Khoảng ước tính theo nhiều mô hình, theo từng nhóm, từ danh sách của nhiều cơ quan. Chênh "
    u"lệch giữa các mô hình lớn hơn khoảng ước lượng của từng mô hình; không có một con số duy "
    u"nhất.",
    u"A range over models, by stratum, from the lists of several agencies. The models differ more "
    u"than any single interval suggests; there is no single figure."};
inline constexpr Text column_stratum{u"Nhóm (tầng)", u"Stratum"};
inline constexpr Text column_observed{u"Đã phát hiện", u"Detected"};
inline constexpr Text at_least{u"ít nhất %1", u"at least %1"};
inline constexpr Text column_range{u"Tổng số ước tính (khoảng ước lượng)",
                                   u"Detected or not, range"};
inline constexpr Text column_note{u"Ghi chú", u"Note"};

// Lists tested on a later year
inline constexpr Text validation{u"Danh sách năm trước có đúng không?",
                                 u"Would last year's list have been right?"};
inline constexpr Text validation_intro{
    u"Mỗi danh sách được lập từ các năm trước và đánh giá bằng số liệu của một năm chưa dùng để "
    u"lập danh sách: tỷ lệ người của năm đó đến từ các xã trong danh sách. Danh sách lập theo số "
    u"đã phát hiện cũng lặp lại mức triển khai trước đó.",
    u"Each list was made from the years before and tested on a later year that was not used to "
    u"make it: the share of that year's persons who came from its communes. A list based on past "
    u"detections also repeats where agencies looked before."};
inline constexpr Text offers_fading{
    u"Với half_life_years = %1 trong mục [risk], danh sách đã có nhiều hơn hẳn số người của những "
    u"năm "
    u"đó: số liệu cũ ở đây cho biết ít hơn số liệu mới.",
    u"With half_life_years = %1 under [risk], the list would have held clearly more of those "
    u"persons: here, what was found long ago says less than what was found lately."};
inline constexpr Text offers_no_fading{
    u"Không có half_life_years, danh sách đã có nhiều hơn hẳn số người của những năm đó: số liệu "
    u"cũ "
    u"ở đây cho biết không ít hơn số liệu mới.",
    u"Without half_life_years the list would have held clearly more of those persons: here, what "
    u"was found long ago says as much as what was found lately."};
inline constexpr Text column_year{u"Năm", u"Year"};
inline constexpr Text column_rule{u"Danh sách theo", u"List by"};
inline constexpr Text column_caught{u"Tỷ lệ người thuộc các xã trong danh sách",
                                    u"Share of persons covered"};
inline constexpr Text rule_expected{u"số người ước tính", u"expected persons"};
inline constexpr Text rule_expected_detections{
    u"số phát hiện ước tính với mức triển khai năm trước",
    u"expected detections at last year's effort"};
inline constexpr Text rule_all_years{u"cộng các năm trước", u"all years before"};
inline constexpr Text rule_last_year{u"danh sách năm trước", u"last year's list"};
inline constexpr Text rule_not_fading{u"số người ước tính, số liệu cũ không giảm trọng số",
                                      u"expected persons, past not fading"};
inline constexpr Text rule_half_life_1{
    u"số người ước tính, trọng số của số liệu cũ giảm một nửa sau mỗi năm",
    u"expected persons, half-life 1 year"};
inline constexpr Text rule_half_life_2{
    u"số người ước tính, trọng số của số liệu cũ giảm một nửa sau mỗi 2 năm",
    u"expected persons, half-life 2 years"};
inline constexpr Text rule_half_life_4{
    u"số người ước tính, trọng số của số liệu cũ giảm một nửa sau mỗi 4 năm",
    u"expected persons, half-life 4 years"};
inline constexpr Text rule_people{u"dân số", u"people at risk"};

}  // namespace marchland::cartography::text

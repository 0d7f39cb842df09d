/// \file programme_texts.hpp
/// The report on services and activities: coverage, donor table, overlaps, visits, what is due, waits.
#pragma once

#include "cartography/words/text.hpp"

namespace marchland::cartography::text {

// Services
inline constexpr Text services{u"Dịch vụ hỗ trợ: xa hay gần?", u"Help: how far is it?"};
inline constexpr Text services_intro{
    u"Thời gian đi một chiều từ trung tâm xã đến nơi gần nhất đang hoạt động của từng loại dịch "
    u"vụ, vào ngày %1. Khoảng trong ngoặc là khoảng ước lượng 90%: đường đi có thể nhanh hơn hoặc "
    u"chậm hơn. Gần chưa có nghĩa là còn chỗ, được tin cậy hay được sử dụng.",
    u"Travel time one way from the centre of each commune to the nearest service of each kind that "
    u"is open on %1. Brackets are 90 % intervals: ways may be quicker or slower. Near does not "
    u"mean that there is room, trust or use."};
inline constexpr Text services_gaps{u"Xã ở xa dịch vụ", u"Communes far from help"};
inline constexpr Text services_gaps_intro{
    u"Những xã mà cả khoảng ước lượng đều vượt quá %1 giờ, nhiều người nhất trước.",
    u"Communes whose whole interval lies beyond %1 hours, most people first."};
inline constexpr Text more_rows{u"Còn %1 dòng nữa trong %2.", u"%1 more rows are in %2."};
inline constexpr Text column_service{u"Loại dịch vụ", u"Service"};
inline constexpr Text column_open{u"Số nơi đang hoạt động", u"Open"};
inline constexpr Text column_within_hour{u"Số người trong vòng 1 giờ", u"People within an hour"};
inline constexpr Text column_beyond_hour{u"Số người xa hơn 1 giờ", u"People beyond an hour"};
inline constexpr Text column_beyond_limit{u"Số người xa hơn %1 giờ", u"People beyond %1 hours"};
inline constexpr Text column_not_known{u"Số người chưa biết thời gian đi",
                                       u"People whose hours are not known"};
inline constexpr Text column_hours_one_way{u"Giờ đi một chiều", u"Hours one way"};
inline constexpr Text column_people{u"Số dân", u"People"};
inline constexpr Text not_fresh{u"%1 (%2 mục đã cũ hoặc không ghi ngày)",
                                u"%1 (%2 stale or undated)"};

// Activities
inline constexpr Text activities{u"Hoạt động của các cơ quan", u"What agencies planned and did"};
inline constexpr Text activities_intro{
    u"Theo báo cáo của các cơ quan. Mỗi dòng chỉ cộng những mục cùng loại, cùng cơ quan, cùng thời "
    u"kỳ, cùng đơn vị tính và cùng nhóm người; không cộng các dòng với nhau. Bảng không cho biết "
    u"hoạt động đem lại kết quả gì.",
    u"As agencies report it. A line adds only entries of one kind, actor, period, unit and "
    u"population; do not add lines. The table does not say what came of an activity."};
inline constexpr Text column_activity{u"Hoạt động", u"Activity"};
inline constexpr Text column_actor{u"Cơ quan", u"Actor"};
inline constexpr Text column_period{u"Thời kỳ", u"Period"};
inline constexpr Text column_counted{u"Đơn vị tính; nhóm người", u"What is counted; who"};
inline constexpr Text column_planned{u"Kế hoạch", u"Planned"};
inline constexpr Text column_done{u"Đã thực hiện", u"Done"};
inline constexpr Text column_persons_reached{u"Số người được tiếp cận", u"Persons reached"};
inline constexpr Text column_remarks{u"Lưu ý", u"Mind"};
inline constexpr Text remark_mixed{u"gộp nhiều nhóm người: không cộng vào nhóm nào",
                                   u"mixes populations: can be added to none of them"};
inline constexpr Text remark_unit{u"mỗi bản cho %1 người: xem lại đơn vị tính",
                                  u"%1 persons to a copy: check the unit"};
inline constexpr Text remark_planned_missing{u"số mục không ghi kế hoạch: %1",
                                             u"entries that do not say what was planned: %1"};
inline constexpr Text remark_done_missing{u"số mục không ghi đã thực hiện: %1",
                                          u"entries that do not say what was done: %1"};
inline constexpr Text remark_stale{u"số liệu đã cũ", u"stale"};
inline constexpr Text remark_undated{u"không ghi ngày số liệu", u"undated"};

// Overlaps
inline constexpr Text overlaps{u"Nơi nhiều cơ quan cùng làm", u"Where agencies overlap"};
inline constexpr Text overlaps_intro{
    u"Cùng xã, cùng loại hoạt động, cùng tháng, từ hai cơ quan trở lên. Báo cáo theo quý hoặc năm "
    u"có thể không thực sự trùng nhau.",
    u"Two actors or more, in one commune, at the same kind of activity, in the same months. "
    u"Reports by quarter or year may have missed each other."};
inline constexpr Text column_actors{u"Các cơ quan", u"Actors"};
inline constexpr Text remark_coarse{u"có báo cáo gộp %1 tháng", u"a report covers %1 months"};

// Visits
inline constexpr Text visited{u"Xã chưa được đến trong %1 tháng",
                              u"Communes not visited for %1 months"};
inline constexpr Text visited_intro{
    u"Tính đến ngày %1, theo nhật ký của các tổ công tác và các hoạt động tại xã. Không có ghi "
    u"chép không có nghĩa là chưa ai đến.",
    u"Up to %1, from the diary of the teams and activities in the communes. That nothing is on "
    u"record does not say that nobody came."};
inline constexpr Text visited_counts{
    u"%1 xã có lượt đến; %2 xã có thể có; %3 xã không có; %4 xã không có ghi chép nào.",
    u"%1 communes were visited, %2 perhaps, %3 were not, and of %4 nothing is on record."};
inline constexpr Text column_last_visit{u"Lần đến gần nhất", u"Last visit"};
inline constexpr Text between_days{u"từ %1 đến %2", u"%1 to %2"};
inline constexpr Text no_record{u"không có ghi chép", u"nothing on record"};

// Due
inline constexpr Text due{u"Việc đến hạn", u"What is due when"};
inline constexpr Text due_intro{u"Tính từ ngày %1; quá hạn trước, rồi theo ngày.",
                                u"Counted from %1; overdue first, then by day."};
inline constexpr Text due_confirm{u"xác nhận lại thông tin dịch vụ",
                                  u"confirm the entry of a service"};
inline constexpr Text due_ends{u"dịch vụ kết thúc", u"a service ends"};
inline constexpr Text due_visit{u"đến lại xã", u"visit the commune again"};
inline constexpr Text due_report{u"báo cáo kết quả hoạt động", u"report what was done"};
inline constexpr Text due_answer{u"trả lời kết quả xác minh (42 ngày)",
                                 u"answer on verification (42 days)"};
inline constexpr Text column_due{u"Việc", u"What"};
inline constexpr Text column_when{u"Hạn", u"When"};
inline constexpr Text column_where{u"Ở đâu", u"Where"};
inline constexpr Text due_now{u"ngay", u"now"};
inline constexpr Text due_before{u"đến %1", u"by %1"};
inline constexpr Text overdue{u"quá hạn", u"overdue"};

// Waiting
inline constexpr Text waiting{u"Chờ trả lời xác minh và thông báo trao trả",
                              u"Waiting for answers and handovers"};
inline constexpr Text waiting_intro{
    u"Số người theo nhóm, không có người nào riêng lẻ; số của các thời kỳ khác nhau có thể là cùng "
    u"những người. Thời hạn 42 và 10 ngày theo thông lệ đầu những năm 2000: cần đối chiếu thỏa "
    u"thuận hiện hành.",
    u"Persons in bands, nobody singly; counts of different periods may be the same persons. The "
    u"limits of 42 and 10 days are practice of the early 2000s: check the agreement in force."};
inline constexpr Text column_waiting{u"Số người", u"Persons"};
inline constexpr Text column_late{u"Quá thời hạn", u"Beyond the limit"};
inline constexpr Text column_as_of{u"Ngày số liệu", u"As of"};
inline constexpr Text waiting_answer{u"chờ trả lời xác minh (hạn 42 ngày)",
                                     u"waiting for the answer (limit 42 days)"};
inline constexpr Text waiting_notice{u"được báo trước khi trao trả (ít nhất 10 ngày)",
                                     u"announced before the handover (10 days at least)"};
inline constexpr Text whole_region_name{u"toàn vùng", u"whole region"};
inline constexpr Text name_withheld{u"không nêu nơi", u"place not told"};

// Kinds of services
inline constexpr Text service_reception_centre{u"cơ sở tiếp nhận nạn nhân", u"reception centre"};
inline constexpr Text service_shelter{u"nhà tạm lánh", u"shelter"};
inline constexpr Text service_essential_needs{u"hỗ trợ nhu cầu thiết yếu", u"essential needs"};
inline constexpr Text service_medical{u"hỗ trợ y tế", u"medical support"};
inline constexpr Text service_psychosocial{u"hỗ trợ tâm lý", u"psychological support"};
inline constexpr Text service_legal_aid{u"trợ giúp pháp lý", u"legal aid"};
inline constexpr Text service_interpretation{u"hỗ trợ phiên dịch", u"interpretation"};
inline constexpr Text service_schooling{u"hỗ trợ học văn hóa", u"schooling support"};
inline constexpr Text service_vocational_training{u"hỗ trợ học nghề", u"vocational training"};
inline constexpr Text service_loan{u"hỗ trợ vay vốn", u"loan"};
inline constexpr Text service_allowance{u"trợ cấp khó khăn ban đầu", u"allowance"};
inline constexpr Text service_job_placement{u"tư vấn, giới thiệu việc làm", u"help to find work"};
inline constexpr Text service_civil_papers{u"cấp giấy tờ hộ tịch, căn cước", u"civil papers"};
inline constexpr Text service_reintegration{u"tái hòa nhập cộng đồng", u"reintegration"};
inline constexpr Text service_follow_up{u"theo dõi sau hỗ trợ", u"follow-up"};
inline constexpr Text service_referral{u"chuyển tuyến, chuyển gửi", u"referral"};
inline constexpr Text service_hotline{u"đường dây nóng", u"hotline"};
inline constexpr Text service_liaison_office{u"văn phòng liên lạc biên giới",
                                             u"border liaison office"};
inline constexpr Text service_rights_station{u"điểm bảo vệ quyền phụ nữ",
                                             u"women’s rights station"};
inline constexpr Text service_information_desk{u"bàn thông tin", u"information desk"};
inline constexpr Text service_club{u"câu lạc bộ", u"club"};

// Kinds of activities that are not services
inline constexpr Text activity_outreach{u"truyền thông tại cộng đồng", u"outreach"};
inline constexpr Text activity_leaflet{u"tờ rơi", u"leaflets"};
inline constexpr Text activity_poster{u"áp phích", u"posters"};
inline constexpr Text activity_radio_loudspeaker{u"truyền thanh cơ sở", u"loudspeaker, radio"};
inline constexpr Text activity_social_media{u"mạng xã hội", u"social media"};
inline constexpr Text activity_self_help_group{u"nhóm tự lực", u"self-help group"};
inline constexpr Text activity_school_session{u"nói chuyện ở trường", u"school session"};
inline constexpr Text activity_school_campaign{u"chiến dịch truyền thông học đường",
                                               u"school campaign"};
inline constexpr Text activity_training{u"tập huấn", u"training of staff"};
inline constexpr Text activity_training_of_trainers{u"tập huấn giảng viên nguồn",
                                                    u"training of trainers"};
inline constexpr Text activity_household_visit{u"thăm hộ gia đình", u"household visits"};
inline constexpr Text activity_market_event{u"truyền thông ở chợ", u"market event"};
inline constexpr Text activity_meeting{u"họp thôn, bản", u"meeting"};
inline constexpr Text activity_drama_performance{u"sân khấu hóa", u"performance"};
inline constexpr Text activity_patrol{u"tuần tra", u"patrol"};
inline constexpr Text activity_handover{u"tiếp nhận nạn nhân trở về",
                                        u"reception of returned persons"};
inline constexpr Text activity_liaison{u"giao ban liên lạc", u"liaison"};
inline constexpr Text activity_accommodation{u"lưu trú tạm thời", u"accommodation"};
inline constexpr Text activity_survey{u"khảo sát", u"survey"};

// Actors
inline constexpr Text actor_womens_union{u"Hội Liên hiệp Phụ nữ", u"Women’s Union"};
inline constexpr Text actor_border_guard{u"Bộ đội Biên phòng", u"border guard"};
inline constexpr Text actor_police{u"công an", u"police"};
inline constexpr Text actor_health{u"ngành y tế", u"health sector"};
inline constexpr Text actor_labour_social{u"ngành lao động, xã hội", u"labour and social affairs"};
inline constexpr Text actor_home_affairs{u"ngành nội vụ", u"home affairs"};
inline constexpr Text actor_justice{u"ngành tư pháp", u"justice"};
inline constexpr Text actor_education{u"ngành giáo dục", u"education"};
inline constexpr Text actor_culture{u"ngành văn hóa", u"culture"};
inline constexpr Text actor_youth_union{u"Đoàn Thanh niên", u"Youth Union"};
inline constexpr Text actor_farmers_union{u"Hội Nông dân", u"Farmers’ Union"};
inline constexpr Text actor_fatherland_front{u"Mặt trận Tổ quốc", u"Fatherland Front"};
inline constexpr Text actor_peoples_committee{u"Ủy ban nhân dân", u"People’s Committee"};
inline constexpr Text actor_customs{u"hải quan", u"customs"};
inline constexpr Text actor_steering_committee{u"ban chỉ đạo", u"steering committee"};
inline constexpr Text actor_iom{u"IOM", u"IOM"};
inline constexpr Text actor_unicef{u"UNICEF", u"UNICEF"};
inline constexpr Text actor_unodc{u"UNODC", u"UNODC"};
inline constexpr Text actor_un_act{u"UN-ACT", u"UN-ACT"};
inline constexpr Text actor_save_the_children{u"Tổ chức Cứu trợ Trẻ em", u"Save the Children"};
inline constexpr Text actor_world_vision{u"Tầm nhìn Thế giới", u"World Vision"};
inline constexpr Text actor_ngo{u"tổ chức phi chính phủ", u"NGO"};
inline constexpr Text actor_partner_abroad{u"cơ quan nước bạn", u"agency of the neighbour"};
inline constexpr Text actor_joint{u"liên ngành", u"several agencies together"};

// Units
inline constexpr Text unit_person{u"người", u"persons"};
inline constexpr Text unit_household{u"hộ", u"households"};
inline constexpr Text unit_copy{u"bản", u"copies"};
inline constexpr Text unit_session{u"buổi", u"sessions"};
inline constexpr Text unit_course{u"lớp", u"courses"};
inline constexpr Text unit_place{u"điểm", u"places"};
inline constexpr Text unit_case{u"vụ việc", u"cases"};
inline constexpr Text unit_call{u"cuộc gọi", u"calls"};
inline constexpr Text unit_hour{u"giờ", u"hours"};
inline constexpr Text unit_day{u"ngày", u"days"};
inline constexpr Text unit_usd{u"đô la Mỹ", u"US dollars"};
inline constexpr Text unit_vnd{u"đồng", u"dong"};
inline constexpr Text unit_cny{u"nhân dân tệ", u"yuan"};

// Populations
inline constexpr Text population_at_risk{u"người có nguy cơ", u"at risk"};
inline constexpr Text population_returned{u"người trở về", u"returned"};
inline constexpr Text population_detected{u"người được phát hiện", u"detected"};
inline constexpr Text population_assisted{u"người được hỗ trợ", u"assisted"};
inline constexpr Text population_general_public{u"người dân", u"general public"};
inline constexpr Text population_women{u"phụ nữ", u"women"};
inline constexpr Text population_men{u"nam giới", u"men"};
inline constexpr Text population_children{u"trẻ em", u"children"};
inline constexpr Text population_students{u"học sinh", u"students"};
inline constexpr Text population_staff{u"cán bộ, tuyên truyền viên", u"staff"};
inline constexpr Text population_media{u"báo chí", u"media"};
inline constexpr Text population_migrants{u"người di cư", u"migrants"};
inline constexpr Text word_other{u"khác", u"other"};
inline constexpr Text word_unknown{u"chưa rõ", u"not known"};

}  // namespace marchland::cartography::text

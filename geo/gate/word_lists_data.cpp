#include "geo/gate/word_lists_data.hpp"

namespace marchland::geo {

// Forms, roles, classes: IC-TIP (IOM and UNODC), HTCDS and the codebook of CTDC; crossings: decrees 112/2014 and
// 34/2023 and the agreement of 2009; ways: tags of OpenStreetMap and what Vietnamese offices write.
std::string_view const word_lists_data = R"words(
# crossing_status
open | opened; active; in operation; operating; functioning; reopened; in use; operational; re-opened; opened again; clearance resumed | mở; đang mở; mở cửa; hoạt động; đang hoạt động; hoạt động bình thường; đang thông quan; đã khôi phục; đã mở lại; đang mở cửa; mở trở lại; mở lại; thông quan; đang khai thác; hoạt động trở lại; đã mở | 开放; 开通; 已开通; 正常开放; 运行; 恢复通关; 恢复开放; 开; 开关; 开放中; 运营; 运营中; 通关; 正常通关; 正常; 已开放
closed | shut; not open; not in operation; inactive; abolished; not yet opened; close; shut down; sealed; blocked; barred; not operating; non-operational; out of service; out of use; not in use; defunct; disused; planned; proposed; under construction; ceased; decommissioned; permanently closed | đóng; đang đóng; đã đóng; đóng cửa; ngừng hoạt động; không hoạt động; chưa mở; chưa hoạt động; đã bãi bỏ; bị đóng; dừng hoạt động; ngưng hoạt động; ngừng; ngưng; dừng; dừng hẳn; đã dừng; đã ngừng hoạt động; đóng hẳn; đã đóng cửa; bãi bỏ; phong tỏa; cấm qua lại; chưa thông quan; không thông quan; đang xây dựng; chưa xây dựng; quy hoạch; giải thể; xóa bỏ | 关闭; 已关闭; 未开放; 停用; 未开通; 撤销; 封闭; 封关; 关停; 停运; 未通关; 永久关闭; 废弃; 在建; 规划; 规划中; 关
temporarily_closed | closed temporarily; closed until further notice; temp closed; temporarily shut; temporary closure | tạm đóng; tạm đóng cửa; tạm thời đóng; đóng tạm thời; đóng cửa tạm thời; tạm thời đóng cửa; đang tạm đóng; đóng cửa đến khi có thông báo mới | 临时关闭; 暂时关闭; 暂闭; 暂时封闭; 临时封闭; 临时关停
suspended | clearance suspended; on hold; paused; suspended temporarily; halted; stopped; operations suspended; in suspension | tạm dừng; tạm dừng hoạt động; tạm ngừng; tạm dừng thông quan; đình chỉ; dừng thông quan; tạm ngưng; tạm ngừng hoạt động; tạm ngưng hoạt động; tạm ngừng thông quan; tạm ngưng thông quan; ngừng thông quan; tạm thời dừng hoạt động; đang tạm dừng; tạm hoãn; bị đình chỉ; đình chỉ hoạt động | 暂停; 暂停通关; 停关; 暂停运行; 暂停营业; 暂停开放; 中止; 暂停通行; 停止通关; 停止运行
seasonal | in season only; open in season; market days only | theo mùa; mùa vụ; hoạt động theo mùa; mở theo mùa; mở theo phiên; mở ngày phiên | 季节性; 季节性开放; 按季开放; 圩日开放
unknown | local; local trade; local use; not known; unclear; no information; n/a | không rõ; chưa rõ; không biết; chưa có thông tin; chưa xác minh | 不明; 不详; 未知; 待核实
# crossing_class
international | international gate; international border gate; international checkpoint; international crossing; international (freight) | quốc tế; cửa khẩu quốc tế; CKQT; CK quốc tế; cửa khẩu quốc tế đường bộ; cấp quốc tế; loại quốc tế | 国际性口岸; 国际口岸; 国家一类口岸; 一类口岸
main | bilateral; main (bilateral); main_bilateral; main gate; bilateral gate; national gate; main border gate; national border gate; national | chính; cửa khẩu chính; song phương; cửa khẩu song phương; cửa khẩu chính (song phương); cửa khẩu chính (cửa khẩu song phương); cửa khẩu song phương (chính); CKC; CK chính; CKSP; quốc gia; cửa khẩu quốc gia | 双边性口岸; 双边口岸; 主要口岸; 国家级口岸
auxiliary | auxiliary gate; local gate; secondary; secondary gate; sub-gate; subsidiary border gate; provincial gate; minor gate; provincial | phụ; cửa khẩu phụ; địa phương; cửa khẩu địa phương; cửa khẩu phụ (cửa khẩu địa phương); CKP; CK phụ; cửa khẩu tiểu ngạch; cửa khẩu cấp tỉnh; tỉnh | 辅助口岸; 地方性口岸; 地方口岸; 二类口岸
clearance_lane | clearance route; customs clearance route; dedicated freight road; cargo lane; specialized road; clearance_lane_of_international; clearance_lane_of_bilateral | lối thông quan; đường thông quan; luồng thông quan; đường chuyên dụng; đường chuyên dụng vận chuyển hàng hóa; lối thông quan thuộc cửa khẩu quốc tế; lối thông quan thuộc cửa khẩu chính | 通关通道; 货运通道; 货运专用通道; 专用通道
opening | border opening; border path opening; temporary opening; residents' trading point; border trading point | lối mở; lối mở biên giới; lối mở cư dân; điểm thông quan lối mở; điểm trao đổi hàng hóa; điểm trao đổi cư dân biên giới | 开口; 边民通道; 边民互市点; 互市点; 临时通道
rail | railway; rail crossing; railway gate; international railway gate; border station; international_rail; railway_station; station | đường sắt; ga đường sắt; cửa khẩu đường sắt; cửa khẩu quốc tế đường sắt; ga liên vận; ga liên vận quốc tế; ga quốc tế; ga; quốc tế đường sắt | 铁路口岸; 铁路; 国际联运站
ford | river ford; fording point; wading place; low-water crossing; causeway | chỗ lội; bãi lội; điểm lội; ngầm; ngầm tràn; đường ngầm | 涉水点; 涉渡点; 漫水桥
informal | informal crossing; unofficial; unofficial crossing; path; trail; footpath; track; illegal crossing; irregular crossing; smugglers' path; customary way; illegal | không chính thức; lối qua lại không chính thức; đường mòn; lối mòn; đường tắt; lối tắt; lối qua lại tự phát; lối mở tự phát; đường mòn lối mở; đường tiểu ngạch; chui; đường rừng; đường mòn biên giới | 非正式; 非正式通道; 便道; 小路; 小道; 山路; 私道
unknown | unclassified; not classified | không rõ loại; chưa phân loại; chưa rõ | 未分类; 类别不明; 不详
# season
dry | dry season | mùa khô; khô; tháng khô | 旱季; 干季
wet | wet season; rainy season; rains; monsoon | mùa mưa; mưa; mùa lũ; mùa nước | 雨季; 汛期
# flag
yes | y; true; t; 1; present | có; đúng; đã có; x; được | 是; 有; 对
no | n; false; f; 0; none; absent | không; sai; không có; chưa; chưa có | 否; 无; 没有; 不是
unknown | ?; not known; n/a; not collected | không rõ; chưa rõ; không biết | 不详; 不明; 未知
# market_kind
border_market | frontier market | chợ biên giới; chợ biên; chợ vùng biên | 边境集市; 边境市场
gate_market | border gate market; market at a gate | chợ cửa khẩu; chợ trong khu kinh tế cửa khẩu; trung tâm thương mại cửa khẩu | 口岸市场; 口岸商贸城
border_market_pair | paired border markets; market pair | cặp chợ biên giới; cặp chợ; chợ đôi | 互市点对; 边贸互市区
town_market | town_market_near_border; town_market_hub; central market | chợ thị trấn; chợ phường; chợ trung tâm; chợ huyện; chợ trung tâm xã; chợ thành phố | 镇市场; 中心市场; 县城市场
wholesale_market | wholesale_market_hub; hub market | chợ đầu mối; chợ bán buôn | 批发市场; 集散市场
periodic_market | rotating market; market fair; weekly market | chợ phiên; chợ lùi; chợ họp phiên; chợ tuần | 集市; 圩场; 赶集; 圩市
rural_market | village market; commune market; makeshift market | chợ xã; chợ quê; chợ nông thôn; chợ thôn; chợ tạm; chợ cóc | 农村集市; 乡村市场; 临时市场
unknown | not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 不明; 未知
# market_days
daily | every day; all week | hằng ngày; cả tuần; ngày nào cũng họp | 每天; 天天; 每日
monday | mon | thứ hai; thứ 2; T2 | 周一; 星期一; 礼拜一
tuesday | tue | thứ ba; thứ 3; T3 | 周二; 星期二; 礼拜二
wednesday | wed | thứ tư; thứ 4; T4 | 周三; 星期三; 礼拜三
thursday | thu | thứ năm; thứ 5; T5 | 周四; 星期四; 礼拜四
friday | fri | thứ sáu; thứ 6; T6 | 周五; 星期五; 礼拜五
saturday | sat | thứ bảy; thứ 7; T7 | 周六; 星期六; 礼拜六
sunday | sun | chủ nhật; chúa nhật; CN | 周日; 星期日; 星期天; 礼拜天
lunar_every_5 | every five days; five-day market; lunar days 2 and 7 | 5 ngày một phiên; năm ngày một phiên; phiên 5 ngày; ngày 2 và 7 âm lịch; ngày 1 và 6 âm lịch; ngày 3 và 8 âm lịch; ngày 4 và 9 âm lịch; ngày 5 và 10 âm lịch | 每五天一圩; 逢二逢七; 逢一逢六; 逢三逢八; 逢四逢九; 逢五逢十
lunar_every_6 | every six days; six-day market; backward market | 6 ngày một phiên; chợ lùi 6 ngày; ngày Dần ngày Thân | 每六天一圩; 寅申日
no_fixed_day | irregular | không cố định; không họp phiên; thất thường | 不定期; 无固定日
# sex
F | female; woman; women; girl; girls | nữ; nữ giới; phụ nữ; giới tính nữ; con gái; em gái; trẻ em gái; trẻ gái; bé gái | 女; 女性; 妇女; 女童; 女孩
M | male; man; men; boy; boys | nam; nam giới; đàn ông; giới tính nam; con trai; em trai; trẻ em trai; trẻ trai; bé trai | 男; 男性; 男子; 男童; 男孩
X | other; non-binary; intersex; transgender | giới tính khác; khác; liên giới tính; chuyển giới | 其他; 其它性别; 跨性别
unknown | not recorded; not stated; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ; không ghi; không có thông tin; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 未知; 未填; 不明
all | both; total; both sexes | chung; cả hai; tổng; tổng số; hai giới | 合计; 全部
# age
0-2 | 0 to 2; under 3; below 3 years | 0–2 tuổi; 0 đến 2 tuổi; dưới 3 tuổi; trẻ sơ sinh đến 2 tuổi; dưới 36 tháng | 0至2岁; 3岁以下
3-8 | 3 to 8; 3 to under 9 | 3–8 tuổi; từ 3 đến 8 tuổi; từ 3 đến dưới 9 tuổi; từ đủ 3 tuổi đến dưới 9 tuổi | 3至8岁; 3岁至不满9岁
9-13 | 9 to 13; 9 to under 14 | 9–13 tuổi; từ 9 đến 13 tuổi; từ 9 đến dưới 14 tuổi; từ đủ 9 tuổi đến dưới 14 tuổi | 9至13岁; 9岁至不满14岁
14-15 | 14 to 15; 14 to under 16 | 14–15 tuổi; từ 14 đến dưới 16 tuổi; từ đủ 14 tuổi đến dưới 16 tuổi; đủ 14 dưới 16 | 14至15岁; 14岁至不满16岁
16-17 | 16 to 17; 16 to under 18 | 16–17 tuổi; từ 16 đến dưới 18 tuổi; từ đủ 16 tuổi đến dưới 18 tuổi; đủ 16 dưới 18 | 16至17岁; 16岁至不满18岁
18-24 | 18 to 24; 18 to under 25 | 18–24 tuổi; từ 18 đến 24 tuổi; từ đủ 18 tuổi đến dưới 25 tuổi; từ 18 đến dưới 25 | 18至24岁; 18岁至不满25岁
25-34 | 25 to 34; 25 to under 35 | 25–34 tuổi; từ 25 đến 34 tuổi; từ 25 đến dưới 35 tuổi | 25至34岁; 25岁至不满35岁
35+ | 35 and over; 35 or more; 35 plus; over 34 | 35 tuổi trở lên; từ 35 tuổi trở lên; trên 34 tuổi; từ đủ 35 tuổi; ≥ 35 | 35岁及以上; 35岁以上; 满35岁
unknown | age unknown; not recorded; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ tuổi; không rõ; chưa rõ tuổi; không ghi tuổi; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 年龄不详; 不详; 未知; 不明
all | total; all ages | chung; tổng; tổng số; mọi lứa tuổi | 合计; 全部
# form
forced_labour | forced labor; labour exploitation; labor trafficking; bonded labour; debt bondage | cưỡng bức lao động; lao động cưỡng bức; ép buộc lao động; bóc lột sức lao động; bóc lột lao động; bị bắt làm việc không công | 强迫劳动; 强制劳动; 劳动剥削; 债务奴役
sexual_exploitation | sex trafficking; forced prostitution; commercial sexual exploitation | bóc lột tình dục; mại dâm cưỡng bức; ép bán dâm; cưỡng bức mại dâm; ép buộc bán dâm | 性剥削; 强迫卖淫; 组织卖淫
forced_marriage | bride trafficking; servile marriage; sold as a wife | cưỡng ép kết hôn; hôn nhân cưỡng bức; ép hôn; ép lấy chồng; ép kết hôn; bán làm vợ; kết hôn cưỡng ép; tảo hôn do ép buộc | 强迫婚姻; 逼婚; 拐卖为妻; 买卖婚姻
domestic_servitude | forced domestic work; domestic slavery | nô lệ trong gia đình; cưỡng bức giúp việc gia đình; giúp việc gia đình bị bóc lột; lao dịch trong gia đình | 家庭奴役; 强迫家政劳动
forced_criminality | forced criminal activity; forced scamming; online scam compound; forced fraud | ép buộc phạm tội; cưỡng ép phạm tội; ép thực hiện hành vi phạm tội; ép lừa đảo trực tuyến; lừa đảo qua mạng; tội phạm cưỡng bức; ép làm việc trong casino lừa đảo | 强迫犯罪; 强迫电信诈骗; 电诈园区; 强迫诈骗
begging | forced begging; exploitative begging | ép ăn xin; ép buộc đi ăn xin; cưỡng bức ăn xin; ăn xin; hành khất | 强迫乞讨; 乞讨; 组织乞讨
organ_removal | organ trafficking; removal of organs; kidney trade | lấy bộ phận cơ thể; lấy bộ phận cơ thể người; lấy nội tạng; bán nội tạng; mua bán thận; lấy mô tạng | 摘取器官; 贩卖器官; 摘取人体器官; 卖肾
illegal_adoption | child selling; sale of infants | nhận con nuôi trái pháp luật; con nuôi trái phép; mua bán trẻ sơ sinh; mua bán trẻ em làm con nuôi; bán con | 非法收养; 贩卖婴儿; 拐卖儿童收养
surrogacy | exploitative surrogacy; forced surrogacy; sale of a foetus | mang thai hộ; đẻ thuê; mang thai hộ vì mục đích thương mại; ép mang thai hộ; mua bán bào thai | 代孕; 强迫代孕; 贩卖胎儿
armed_forces | forced recruitment; child soldier | bị ép tham gia lực lượng vũ trang; bắt đi lính; trẻ em đi lính | 强征入伍; 娃娃兵
other | other inhuman purpose; other form | hình thức khác; khác; mục đích vô nhân đạo khác; mục đích khác | 其他; 其他形式
not_yet_exploited | intercepted before exploitation; attempted; pre-exploitation | chưa bị bóc lột; ngăn chặn kịp thời; phát hiện trước khi bị bóc lột; chưa qua biên giới; ngăn chặn trước | 尚未被剥削; 拦截在途; 未遂
unknown | not known; not stated; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ hình thức; chưa rõ mục đích; không rõ; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 目的不明; 未知; 不明
# role
origin | source; place of origin; home; residence; home commune; source area | nguồn; địa bàn nguồn; nơi đi; nơi xuất phát; nơi gốc; nơi thường trú; nơi cư trú; nơi xuất cư | 来源地; 输出地; 源头地; 户籍地; 居住地
recruitment | recruit; place of recruitment; where recruited; lure place | tuyển mộ; nơi tuyển mộ; nơi dụ dỗ; nơi rủ rê; nơi bị lừa; địa điểm tuyển mộ | 招募; 招募地; 诱骗地
transit | transit place; on the way; transit point; staging place | trung chuyển; nơi trung chuyển; quá cảnh; nơi quá cảnh; nơi đi qua; điểm trung chuyển; điểm tập kết | 中转; 中转地; 过境地; 途经地; 集结地
destination | dest; place of destination; where exploited; receiving place; receiving | đích; nơi đến; điểm đến; nơi đích; nơi bị đưa đến; nơi bị bóc lột; địa bàn đến | 目的地; 去向地; 输入地; 流入地
unknown | not stated; unclear; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ vai trò; chưa rõ; không rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 未知; 不明
# detection_mode
interception | intercepted; stopped at the border; caught on the way; border detection | ngăn chặn; chặn ở biên giới; phát hiện ở biên giới; ngăn chặn kịp thời; tuần tra phát hiện; phát hiện khi qua biên giới | 拦截; 边境拦截; 边检发现; 查获
police_operation | investigation; raid; case solved | chuyên án; đấu tranh chuyên án; triệt phá đường dây; điều tra; khởi tố; giải cứu trong chuyên án | 侦办; 专案; 破案; 立案侦查
mass_campaign | campaign; crackdown; special operation; blitz | cao điểm; đợt cao điểm; tháng cao điểm; chiến dịch; đợt truy quét; ra quân | 专项行动; 严打; 集中行动; 打拐行动
return_handover | handover; returned by the other side; repatriated; official return | trao trả; bàn giao; tiếp nhận trao trả; phía nước bạn trao trả; trao trả qua cửa khẩu; hồi hương | 移交; 送返; 接返
self_escape | escaped; escaped alone; self-returned; ran away; came back alone | tự trốn về; tự trở về; tự giải thoát; bỏ trốn; trốn về; tự về | 自行逃回; 自己逃脱; 自行返回
ngo | by an NGO; non-governmental organisation; civil society referral; INGO | tổ chức xã hội; tổ chức phi chính phủ; qua tổ chức phi chính phủ; hội phụ nữ phát hiện; tổ chức xã hội chuyển gửi | 民间组织; 非政府组织; 社会组织转介
hotline | phone line; line 111; helpline | đường dây nóng; tổng đài 111; đường dây nóng 111; gọi 111; tin báo qua điện thoại | 热线; 报警电话; 举报电话; 111热线
family_report | reported by family; family complaint; missing person report | gia đình trình báo; người nhà trình báo; tố giác của gia đình; gia đình báo tin; đơn trình báo; trình báo mất tích | 家属报案; 家人报案; 家属举报; 走失报案
screening | community screening; screened on return; identified by screening | sàng lọc; rà soát cộng đồng; khai báo khi trở về; qua sàng lọc tại cơ sở tiếp nhận | 排查; 甄别; 筛查
other | another way | cách khác; khác; hình thức khác | 其他; 其他途径
unknown | not recorded; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ cách phát hiện; không ghi; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 未知; 不明
# case_class
trafficking | trafficking in persons; human trafficking; TIP | mua bán người; buôn bán người; tội mua bán người; mua bán người dưới 16 tuổi | 人口贩运; 拐卖; 贩卖人口; 拐卖妇女儿童
smuggling | smuggling of migrants; people smuggling; facilitated illegal exit | đưa người di cư trái phép; tổ chức cho người khác trốn đi nước ngoài; môi giới xuất cảnh trái phép; tổ chức xuất cảnh trái phép | 偷运移民; 组织偷渡; 蛇头案
irregular_migration | illegal entry; illegal exit; undocumented migration | xuất nhập cảnh trái phép; xuất cảnh trái phép; nhập cảnh trái phép; vượt biên; di cư trái phép | 非法出入境; 偷渡; 非法移民; 非法入境
missing_unresolved | missing; missing person; whereabouts unknown | mất tích; chưa tìm thấy; mất liên lạc; vắng mặt không rõ lý do | 失踪; 下落不明; 失联
unclear | under inquiry; suspected; to be classified | chưa rõ; đang xác minh; nghi vấn | 待查; 情况不明; 疑似
unknown | not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 不明; 未知
# case_status
formally_identified | identified; confirmed victim; formally identified victim; certified | đã xác định là nạn nhân; được xác nhận nạn nhân; có giấy xác nhận nạn nhân | 已认定; 已确认受害人; 确认受害者
under_verification | being identified; pending; awaiting answer | đang xác minh; đang trong quá trình xác định là nạn nhân; chờ xác minh; chưa có kết quả xác minh; đang xác định | 核查中; 待核查; 甄别中; 正在认定
presumed | presumed victim; suspected victim; potential victim; signs of trafficking | nghi là nạn nhân; có dấu hiệu bị mua bán; dấu hiệu nạn nhân; nghi bị mua bán | 疑似受害人; 疑似被拐卖; 有迹象
self_reported | self-identified; own statement | tự khai báo; tự nhận là nạn nhân; tự khai; tự trình báo | 自述; 自称受害; 自行申报
not_victim | not a victim; ruled out; no grounds | không phải nạn nhân; không đủ căn cứ; không xác định là nạn nhân; không có dấu hiệu mua bán | 非受害人; 排除; 不构成拐卖
unknown | not recorded; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ; không ghi; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 未知; 不明
# outcome
returned | repatriated; came home | đã trở về; đã hồi hương; được trao trả; về địa phương | 已返回; 已送返
rescued | freed | được giải cứu; giải cứu; đã giải cứu | 解救; 已解救
still_missing | not found yet; unresolved | chưa về; còn mất tích; chưa tìm thấy tung tích | 未归; 仍失踪
stays_by_choice | chose to stay; does not want to return | ở lại tự nguyện; không muốn về; chọn ở lại | 自愿留下; 不愿返回
left_again | went again; re-migrated | đi lại lần nữa; tái xuất cảnh; rời đi lần nữa | 再次离开
unknown | not known; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 未知; 不明
# service_kind
reception_centre | reception center; transit centre; social protection centre; social support facility | cơ sở tiếp nhận; cơ sở trợ giúp xã hội; cơ sở hỗ trợ nạn nhân; trung tâm bảo trợ xã hội; trung tâm công tác xã hội; điểm tiếp nhận | 接收中心; 救助站; 社会救助机构
shelter | safe house; temporary accommodation; peace house | nhà tạm lánh; nhà an toàn; nhà tạm trú; Ngôi nhà Bình yên; mái ấm; cơ sở lưu trú tạm thời; nhà nhân ái | 庇护所; 安全屋; 临时住所
essential_needs | food and transport; basic needs; travel costs | nhu cầu thiết yếu; ăn uống, đi lại; hỗ trợ tiền tàu xe; chi phí đi lại | 基本需求; 食宿交通; 返乡路费
medical | health check; health care; medical support | y tế; hỗ trợ y tế; khám sức khỏe; khám chữa bệnh; chăm sóc y tế | 医疗; 体检; 医疗救助
psychosocial | counselling; psychological support; mental health support | tâm lý; hỗ trợ tâm lý; tham vấn; tư vấn tâm lý; hỗ trợ tâm lý xã hội | 心理支持; 心理辅导; 心理咨询
legal_aid | legal advice; lawyer | trợ giúp pháp lý; hỗ trợ pháp lý; hỗ trợ pháp luật; luật sư | 法律援助; 法律咨询
interpretation | interpreter; language help | phiên dịch; thông dịch; hỗ trợ ngôn ngữ | 口译; 翻译
schooling | back to school; school fees; education support | học văn hóa; hỗ trợ học văn hóa; quay lại trường; học phí | 就学; 复学; 学费资助
vocational_training | skills training; job training | học nghề; đào tạo nghề; dạy nghề; hỗ trợ học nghề | 职业培训; 技能培训; 学手艺
loan | soft loan; credit; micro-credit; preferential loan | vay vốn; tín dụng; vay vốn ưu đãi; vốn vay; hỗ trợ vay vốn; vay ngân hàng chính sách | 贷款; 小额贷款; 优惠贷款
allowance | initial allowance; cash support; hardship allowance | trợ cấp khó khăn ban đầu; trợ cấp; hỗ trợ ban đầu | 补助; 初始补助; 困难补助
job_placement | employment support; job referral | giới thiệu việc làm; tạo việc làm; hỗ trợ việc làm; tư vấn việc làm | 就业介绍; 安排工作; 就业帮扶
civil_papers | civil documents; birth registration; identity papers; household registration | giấy tờ hộ tịch; đăng ký khai sinh; đăng ký hộ khẩu; cấp giấy tờ tùy thân; làm căn cước; nhập hộ khẩu | 户籍办理; 身份证件; 出生登记; 落户
reintegration | community reintegration; return and reintegration | tái hòa nhập; tái hòa nhập cộng đồng; hòa nhập cộng đồng; hỗ trợ hòa nhập | 重新融入; 回归社会; 安置
follow_up | after-care; case management; home visit | theo dõi; theo dõi sau hỗ trợ; thăm lại; quản lý trường hợp | 跟踪回访; 后续跟进; 个案管理
referral | referred; service referral | chuyển gửi; chuyển tuyến; kết nối dịch vụ | 转介; 转送
hotline | helpline; telephone line; line 111 | đường dây nóng; tổng đài; tổng đài 111; đường dây nóng 111 | 热线; 热线电话; 111热线
liaison_office | border liaison office; BLO | văn phòng liên lạc; văn phòng liên lạc biên giới; văn phòng liên lạc qua biên giới; VPLL | 联络官办公室; 边境联络处; 边境联络官办公室
rights_station | women's rights station; women rights station | điểm bảo vệ quyền phụ nữ; trạm bảo vệ quyền phụ nữ | 妇女维权站; 维权站
information_desk | help desk; advice point; outreach post | bàn thông tin; bàn tư vấn; điểm tư vấn; điểm truyền thông | 咨询台; 咨询点; 服务点
club | women's club; core group | câu lạc bộ; CLB; nhóm nòng cốt | 俱乐部; 妇女小组
other | other service | dịch vụ khác; khác | 其他; 其他服务
# activity_kind
outreach | awareness raising; awareness session; communication; sensitisation | truyền thông; tuyên truyền; truyền thông cộng đồng; tuyên truyền miệng; truyền thông lưu động; tuyên truyền lưu động | 宣传; 社区宣传; 宣讲
leaflet | leaflets; flyer; pamphlet; brochure; handout | tờ rơi; tờ gấp; phát tờ rơi; ấn phẩm; tài liệu phát tay | 宣传单; 传单; 宣传册; 折页
poster | billboard; banner; notice board | pa-nô; áp phích; bảng tin; khẩu hiệu; băng rôn | 海报; 标语; 宣传栏; 横幅
radio_loudspeaker | loudspeaker; radio; village loudspeaker | truyền thanh; loa phát thanh; phát thanh; đài truyền thanh xã; loa xã | 广播; 大喇叭; 乡村广播
social_media | online campaign | mạng xã hội; Zalo; Facebook; fanpage; TikTok; truyền thông trực tuyến | 社交媒体; 微信; 网络宣传
club | women's club; club meeting; core group | câu lạc bộ; CLB; sinh hoạt câu lạc bộ; nhóm nòng cốt | 俱乐部; 小组活动; 妇女小组
self_help_group | savings group; peer group | nhóm tự lực; nhóm đồng cảnh; tổ tiết kiệm và vay vốn | 自助小组; 互助组; 储蓄小组
school_session | school talk; school education; extracurricular session | giáo dục tại trường; ngoại khóa; nói chuyện ở trường; truyền thông học đường; sinh hoạt dưới cờ | 进校宣讲; 学校教育; 校园宣传
training | training of staff; workshop; training course | tập huấn; lớp tập huấn; bồi dưỡng; đào tạo cán bộ | 培训; 培训班; 轮训
training_of_trainers | trained communicators | tập huấn giảng viên nguồn; ToT; đào tạo tuyên truyền viên; tuyên truyền viên | 师资培训; 骨干培训
household_visit | home visit; house to house; door to door | thăm hộ; đến từng nhà; vận động từng nhà; gõ cửa từng nhà | 入户走访; 上门宣传
market_event | market day session; stall; information stall | truyền thông ở chợ; ngày phiên; gian thông tin; sự kiện chợ phiên | 圩日宣传; 集市宣传; 摆摊宣传
meeting | village meeting; conference; community meeting | họp thôn; họp bản; hội nghị; sinh hoạt cộng đồng; họp chi hội | 村民会议; 会议; 座谈会
information_desk | help desk; advice point; outreach post | bàn thông tin; bàn tư vấn; điểm tư vấn; chốt tư vấn; điểm truyền thông | 咨询台; 服务点; 咨询点
drama_performance | theatre; drama; film showing; performance | sân khấu hóa; văn nghệ; kịch; hội diễn; chiếu phim | 文艺演出; 话剧; 放映电影
patrol | joint patrol; bilateral patrol; border patrol | tuần tra; tuần tra kiểm soát; tuần tra song phương | 巡逻; 联合巡逻; 巡查
handover | reception of returnees; handover ceremony | lễ trao trả; bàn giao nạn nhân; tiếp nhận nạn nhân | 移交仪式; 接收受害人
school_campaign | campaign at schools | chiến dịch trong trường học; chiến dịch truyền thông học đường | 校园宣传活动; 进校宣传活动
hotline | hotline calls; calls answered; helpline | đường dây nóng; tổng đài 111; tiếp nhận cuộc gọi | 热线; 热线接听
liaison | liaison meeting; liaison office; bilateral briefing | giao ban liên lạc; họp liên lạc; văn phòng liên lạc; hội đàm | 联络会晤; 联络会议; 会谈
loan | soft loan; soft loans; credit; micro-credit; preferential loan | vay vốn; cho vay vốn; vay vốn ưu đãi; tín dụng; vốn vay; hỗ trợ vay vốn | 贷款; 小额贷款; 优惠贷款
allowance | initial allowance; cash support | trợ cấp khó khăn ban đầu; trợ cấp; hỗ trợ ban đầu | 补助; 初始补助; 困难补助
vocational_training | skills training; job training; vocational courses | học nghề; đào tạo nghề; dạy nghề; hỗ trợ học nghề; lớp dạy nghề | 职业培训; 技能培训; 学手艺
job_placement | employment support; job referral | giới thiệu việc làm; tạo việc làm; hỗ trợ việc làm | 就业介绍; 安排工作; 就业帮扶
legal_aid | legal advice; legal procedures | trợ giúp pháp lý; hỗ trợ pháp lý; tư vấn pháp lý | 法律援助; 法律咨询
medical | health check; health checks; health care | khám sức khỏe; khám chữa bệnh; hỗ trợ y tế; chăm sóc y tế | 体检; 医疗; 医疗救助
psychosocial | counselling; psychological support | tham vấn; hỗ trợ tâm lý; tư vấn tâm lý | 心理支持; 心理辅导; 心理咨询
civil_papers | civil documents; birth registration; identity papers | giấy tờ hộ tịch; đăng ký khai sinh; cấp giấy tờ tùy thân | 户籍办理; 身份证件; 出生登记
accommodation | shelter stay; reception; temporary stay | tiếp nhận tạm trú; lưu trú tạm thời; tạm trú | 临时安置; 收容安置
reintegration | community reintegration | tái hòa nhập; tái hòa nhập cộng đồng; hỗ trợ hòa nhập | 重新融入; 回归社会
survey | study; baseline survey; needs assessment | khảo sát; điều tra cơ bản; đánh giá nhu cầu | 调研; 基线调查; 需求评估
other | other activity | hoạt động khác; khác | 其他; 其他活动
# actor
womens_union | women's union; women union; VWU; WU | hội phụ nữ; hội liên hiệp phụ nữ; hội LHPN; HLHPN | 妇联; 妇女联合会; 越南妇联
border_guard | border guards; border guard command | biên phòng; bộ đội biên phòng; BĐBP; đồn biên phòng | 边防; 边防部队; 边防军
police | public security; PSB | công an; công an xã; công an tỉnh; cảnh sát | 公安; 警察; 公安局
health | health sector; department of health; MOH | ngành y tế; sở y tế; y tế; trạm y tế | 卫生; 卫生部门
labour_social | labour and social affairs; DOLISA; MOLISA; social protection | lao động thương binh và xã hội; LĐTBXH; sở LĐTBXH; lao động xã hội | 劳动社会部门; 民政; 民政局
home_affairs | department of home affairs | nội vụ; sở nội vụ | 内务; 内务厅
justice | justice sector; legal aid centre | tư pháp; sở tư pháp; trung tâm trợ giúp pháp lý | 司法; 司法局
education | education sector; department of education; schools | giáo dục; sở giáo dục; ngành giáo dục; nhà trường | 教育; 教育局; 学校
culture | culture sector; department of culture | văn hóa; ngành văn hóa; sở văn hóa; sở VHTTDL | 文化; 文化局
youth_union | youth union | đoàn thanh niên; tỉnh đoàn; đoàn TNCS | 共青团; 青年团
farmers_union | farmers' union | hội nông dân | 农民协会; 农会
fatherland_front | fatherland front | mặt trận; mặt trận tổ quốc; MTTQ | 祖国阵线
peoples_committee | people's committee; commune authority; local authority | ủy ban nhân dân; UBND; UBND xã; chính quyền xã | 人民委员会; 乡政府
customs | customs office | hải quan | 海关
steering_committee | steering committee; Committee 138 | ban chỉ đạo; ban chỉ đạo 138 | 指导委员会; 领导小组
iom | international organization for migration | tổ chức di cư quốc tế | 国际移民组织
unicef | united nations children's fund | quỹ nhi đồng liên hợp quốc | 联合国儿童基金会
unodc | united nations office on drugs and crime |  | 联合国毒罪办
un_act | UNIAP |  | 联合国机构间项目
save_the_children | save the children UK | tổ chức cứu trợ trẻ em; quỹ cứu trợ trẻ em | 救助儿童会
world_vision |  | tầm nhìn thế giới | 世界宣明会
ngo | other NGO; non-governmental organisation; INGO; civil society | tổ chức phi chính phủ; tổ chức xã hội | 非政府组织; 民间组织; 社会组织
partner_abroad | counterpart; neighbour country's agency | phía nước bạn; cơ quan nước bạn; phía bạn | 对方机构; 邻国机构
joint | jointly; several agencies | liên ngành; phối hợp liên ngành; nhiều ngành | 联合; 多部门
other | other agency | cơ quan khác; khác | 其他; 其他机构
unknown | not known; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 不明; 未知
# activity_unit
person | persons; people; participants; beneficiaries | người; lượt người; số người | 人; 人数; 人次
household | households; families | hộ; hộ gia đình; số hộ | 户; 家庭; 户数
copy | copies; leaflets; pamphlets; posters; items | tờ; bản; tờ rơi; cuốn; ấn phẩm; chiếc | 份; 张; 册
session | sessions; meetings; talks; events; event | buổi; cuộc; lượt; sự kiện; hội nghị | 场; 场次; 次; 会议
course | courses; classes; class; workshops; workshop | lớp; khóa; khóa học; lớp học | 班; 期; 课程
place | places; clubs; centres; stations; desks | điểm; câu lạc bộ; cơ sở; trung tâm; mô hình | 个; 站; 处; 点
case | cases | vụ; vụ việc; hồ sơ | 案; 案件; 起
call | calls | cuộc gọi | 来电; 通话
hour | hours; broadcast hours | giờ; giờ phát | 小时; 时
day | days; staff days | ngày; ngày công | 天; 工作日
usd | US dollar; US dollars; $ | đô la Mỹ; USD | 美元
vnd | dong; đồng | đồng; VNĐ | 越南盾
cny | yuan; RMB | nhân dân tệ; tệ | 元; 人民币
# population_counted
at_risk | at-risk; persons at risk; people at risk; women at risk; vulnerable; high risk; high-risk | có nguy cơ; nguy cơ cao; người có nguy cơ; phụ nữ có nguy cơ; nhóm nguy cơ | 高危; 高危人群; 有风险者; 易受害人群
returned | returnees; women returned; persons returned; returned women | trở về; người trở về; phụ nữ trở về; nạn nhân trở về; đã trở về | 返回者; 回归者; 被解救返回者
detected | identified; detected victims | được phát hiện; được xác định; nạn nhân được xác định | 已查获; 已甄别
assisted | supported; served; assisted victims | được hỗ trợ; nạn nhân được hỗ trợ; được trợ giúp | 受助者; 已受助
general_public | public; general population; community; residents | người dân; dân cư; cộng đồng; nhân dân; quần chúng | 公众; 居民; 群众
women | adult women | phụ nữ; hội viên phụ nữ | 妇女
men | adult men | nam giới | 男性
children | minors | trẻ em | 儿童
students | pupils; schoolchildren | học sinh; sinh viên | 学生
staff | trainers; activists; officials; communicators; volunteers | cán bộ; tuyên truyền viên; cộng tác viên; tình nguyện viên; giảng viên | 干部; 工作人员; 宣传员; 志愿者
media | journalists; media people | báo chí; phóng viên; người làm báo | 媒体; 记者
migrants | migrant workers | người di cư; lao động di cư | 移民; 务工人员
unknown | not known; not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 不明; 未知
# area
region | whole region; province; whole province; all communes; all | toàn vùng; toàn tỉnh; cả tỉnh; tất cả các xã; tỉnh | 全省; 全区; 全境; 所有乡镇
# waiting_kind
answer | verification; verification answer; 42-day answer; identity verification | trả lời xác minh; xác minh; trả lời 42 ngày; xác minh danh tính | 核查答复; 身份核实; 42天答复
notice | handover notice; 10-day notice; notice of handover | thông báo trao trả; báo trước trao trả; thông báo 10 ngày | 移交通知; 10天通知; 提前通知
# effort_kind
patrol | patrol hours; patrols; border patrol | tuần tra; giờ tuần tra; lượt tuần tra; tuần tra kiểm soát; ca tuần tra | 巡逻; 巡逻时数; 巡逻次数
checkpoint | control post; gate checks; exit checks | chốt; chốt kiểm soát; trực chốt; kiểm tra tại cửa khẩu; kiểm soát xuất nhập cảnh | 检查站; 设卡检查; 边检
screening | screenings; screening interviews; persons screened | sàng lọc; lượt sàng lọc; rà soát; phỏng vấn sàng lọc; lượt rà soát | 筛查; 甄别; 排查人次
interview | interviews; debriefing of returnees | phỏng vấn; làm việc với người trở về; khai thác thông tin | 访谈; 询问; 谈话
outreach | outreach sessions; awareness sessions; field visits | truyền thông; buổi truyền thông; buổi tuyên truyền; lượt đi cơ sở; giờ truyền thông | 宣传; 宣传场次; 下乡走访
investigation | investigations; case work | điều tra; chuyên án; xác minh; giờ điều tra | 侦查; 办案; 专案侦查
hotline_calls | calls to 111 | cuộc gọi 111; lượt gọi tổng đài; cuộc gọi đường dây nóng | 热线来电; 111来电
campaign_days | days of crackdown | ngày cao điểm; số ngày cao điểm; đợt cao điểm | 专项行动天数; 集中行动天数
staff_days | person-days; team-days | ngày công; ngày công tác; ngày người | 人日; 工日
other | another kind | khác; hoạt động khác | 其他; 其他类
unknown | not_collected; refused; not_applicable; n/a; -99; suppressed | không rõ; chưa rõ; không biết; không thu thập; từ chối trả lời; không áp dụng | 不详; 不明; 未知
# road_class
local | tertiary; tertiary_link; unclassified; road; district road; commune road; rural road; minor road | đường dân sinh nông thôn; đường huyện; huyện lộ; ĐH; đường xã; ĐX; đường liên xã; hương lộ; HL; đường liên thôn; đường thôn; đường bản; đường giao thông nông thôn; GTNT; đường nội đồng; đường liên huyện | 县道; 乡道; 村道; 农村公路; 乡村道路
expressway | motorway; motorway_link; freeway; toll road | cao tốc; đường cao tốc; CT; cao tốc Bắc – Nam | 高速公路; 高速; 高速路
national | trunk; trunk_link; primary; primary_link; national highway; NH; highway | quốc lộ; QL; đường quốc lộ; đường Hồ Chí Minh | 国道; 国家公路; 干线公路
provincial | secondary; secondary_link; provincial road; state road; PR | tỉnh lộ; đường tỉnh; TL; ĐT; đường liên tỉnh | 省道; 省级公路
urban | residential; living_street; pedestrian; street; city street | đường phố; phố; ngõ; ngách; hẻm; đường nội thị; đường đô thị; kiệt | 市区道路; 街道; 巷; 城市道路
service | service road; access road; private road; driveway | đường nội bộ; đường công vụ; đường vào; đường chuyên dùng | 便民路; 厂区道路; 专用公路; 内部道路
track | forest road; farm track; dirt road; gravel road; patrol road; track_grade1; track_grade2; track_grade3; track_grade4; track_grade5 | đường đất; đường cấp phối; đường lâm nghiệp; đường lâm sinh; đường xe công nông; đường tuần tra biên giới; đường mở tạm | 土路; 林道; 机耕路; 巡逻路
path | footway; footpath; bridleway; steps; cycleway; trail; inferred | đường mòn; lối mòn; lối đi bộ; đường đi bộ; đường dân sinh đi bộ; bậc đá; đường lên nương | 小路; 步道; 山路; 羊肠小道; 人行道
ferry | route=ferry; ferry crossing | phà; bến phà; đò; đò ngang | 轮渡; 渡口; 摆渡
unknown | n/a | không rõ loại đường; chưa phân loại; không rõ | 未知; 不详; 未分类
# surface
paved | asphalt; concrete; sealed; hardened | trải nhựa; đường nhựa; bê tông; đường bê tông; nhựa hóa; cứng hóa | 硬化; 水泥路; 柏油路; 铺装
unpaved | dirt; gravel; earth; unsealed | chưa trải nhựa; đường đất; cấp phối; đường đá; đường sỏi | 土质; 未铺装; 砂石路; 泥路
# sensitivity
restricted | internal; agency only; confidential; not for release | lưu hành nội bộ; nội bộ; hạn chế; không phổ biến; chỉ dùng nội bộ | 内部; 内部使用; 限制; 不公开
partner | partners only; shared; inter-agency | đối tác; chia sẻ với đối tác; dùng chung liên ngành | 合作方; 共享; 限合作单位
public | open; published; for release | công khai; công bố; phổ biến; được công bố | 公开; 已发布; 可公开
# promised
job | better_job; factory_job | việc làm | 
marriage |  | kết hôn | 
visit | visit_relative | thăm thân | 
study |  |  | 
travel |  |  | 
other |  |  | 
none |  |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# means
false_job |  | việc làm giả | 
false_marriage |  | kết hôn giả | 
deception |  | lừa gạt | 
violence |  | bạo lực | 
threat |  | đe dọa | 
anaesthetic |  | thuốc mê | 
blindfold |  | bịt mắt | 
abduction |  | bắt cóc | 
abuse_of_vulnerability |  | lợi dụng tình thế | 
payment |  | trả tiền | 
debt_bondage |  | lệ thuộc nợ | 
not_required |  | không cần | 
other |  | khác | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# recruiter_relation
partner |  | người yêu | 
parent |  | cha mẹ | 
other_relative |  | họ hàng | 
friend |  | bạn bè | 
acquaintance_neighbour |  | người quen | 
broker |  | môi giới | 
online_contact |  | quen qua mạng | 
employer |  | chủ lao động | 
stranger |  | người lạ | 
other |  | khác | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# recruit_channel
in_person |  | trực tiếp | 
social_media |  | mạng xã hội | 
phone |  | điện thoại | 
advert |  | quảng cáo | 
other |  | khác | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# crossing_mode
gate |  | cửa khẩu | 
opening |  | lối mở | 
informal |  | lối mòn | 
sea |  | đường biển | 
air |  | đường hàng không | 
not_crossed |  | chưa qua biên giới | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# accompanied_children
0 |  |  | 
1 |  |  | 
2plus | 2+ |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# answer_days_band
0-14 |  |  | 
15-28 |  |  | 
29-42 |  |  | 
43+ |  |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# share_level
agency |  |  | 
province |  |  | 
national |  |  | 
public |  |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# legal_basis
consent |  |  | 
law |  |  | 
public_interest |  |  | 
vital_interest |  |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# source_grade
A |  |  | 
B |  |  | 
C |  |  | 
D |  |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# info_grade
1 |  |  | 
2 |  |  | 
3 |  |  | 
4 |  |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
# name_prefix
commune | rural commune; township | xã; x | 
ward | | phường; p; ph | 
town | townlet | thị trấn; tt; t.t | 
special_zone | special administrative region | đặc khu; đk | 
district | | huyện; h; quận; q | 
district_town | town level city | thị xã; tx; t.x | 
city | municipality | thành phố; tp; t.p | 
province | | tỉnh | 
crossing | border gate; border crossing; crossing; gate; international border gate | cửa khẩu; cửa khẩu quốc tế; cửa khẩu chính; cửa khẩu phụ; cửa khẩu song phương; ck; ckqt; ckc; ckp; lối mở; lối thông quan; ga; đường mòn | 口岸
market | border market | chợ; chợ biên giới; chợ cửa khẩu; chợ đầu mối; chợ phiên | 
# unit_level
commune |  | xã | 
district |  | huyện | 
province |  | tỉnh | 
country |  |  | 
unknown | not_collected; refused; not_applicable; suppressed | không rõ | 
)words";

}  // namespace marchland::geo

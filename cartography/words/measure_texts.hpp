/// \file measure_texts.hpp
/// Names and notes of the figures that colour the communes, and of the words they take.
#pragma once

#include "cartography/words/text.hpp"

namespace marchland::cartography::text {

inline constexpr Text measure_risk{u"Nguy cơ tương đối ước tính", u"Estimated relative risk"};
inline constexpr Text measure_risk_note{
    u"toàn vùng = 1, có tính đến mức độ triển khai, nếu có số liệu",
    u"region = 1, after search effort where it is known"};
inline constexpr Text measure_expected{u"Số người ước tính mỗi năm", u"Expected persons a year"};
inline constexpr Text measure_expected_note{u"với mức độ triển khai trung bình của vùng",
                                            u"at the region's average effort"};
inline constexpr Text measure_rate{u"Tỷ suất phát hiện thô", u"Detected rate, crude"};
inline constexpr Text measure_rate_note{u"số người được phát hiện trên 10.000 dân mỗi năm",
                                        u"detected persons per 10,000 at risk a year"};
inline constexpr Text measure_eb_rate{u"Tỷ suất phát hiện đã làm trơn", u"Detected rate, smoothed"};
inline constexpr Text measure_eb_rate_note{u"Bayes thực nghiệm, trên 10.000 dân mỗi năm",
                                           u"empirical Bayes, per 10,000 at risk a year"};
inline constexpr Text measure_evidence{u"Cơ sở số liệu", u"Evidence"};
inline constexpr Text measure_evidence_note{u"mức độ thông tin làm cơ sở cho ước tính",
                                            u"how much data supports the estimate"};
inline constexpr Text measure_hotspot{u"Cụm cao (điểm nóng theo thống kê)", u"Hotspots"};
inline constexpr Text measure_hotspot_note{u"cao hoặc thấp cùng với các xã lân cận; %1",
                                           u"high or low together with neighbours; %1"};
inline constexpr Text measure_hours{u"Số giờ đến cửa khẩu chính thức",
                                    u"Hours to an official crossing"};
inline constexpr Text measure_hours_note{
    u"khả năng tiếp cận biên giới: thời gian đi lại, không phải nguy cơ",
    u"access to the border: travel time, not risk"};
inline constexpr Text measure_vulnerability{u"Mức độ dễ bị tổn thương (địa bàn nguồn)",
                                            u"Vulnerability of origin"};
inline constexpr Text measure_vulnerability_note{
    u"chỉ số tổng hợp, từ 0 đến 100; không phải số trường hợp",
    u"index of indicators, 0 to 100; not cases"};
inline constexpr Text measure_found{u"Số phát hiện so với mức độ triển khai",
                                    u"Detections for the effort spent"};
inline constexpr Text measure_found_note{u"toàn vùng = 1; chỉ dựa trên số phát hiện, chưa làm trơn",
                                         u"region = 1; cases only, nothing smoothed"};
inline constexpr Text measure_detectable{u"Mức nguy cơ nhỏ nhất có thể nhận ra",
                                         u"What this effort could have found"};
inline constexpr Text measure_detectable_note{
    u"nguy cơ tương đối nhỏ nhất nhận ra được với xác suất 80%; trị số cao: mức triển khai này hầu "
    u"như không nhận ra được",
    u"smallest relative risk found with 80 % power; high: little would have been seen"};
inline constexpr Text measure_top{u"Xác suất nằm trong nhóm xã ưu tiên",
                                  u"Chance to be among the first"};
inline constexpr Text measure_top_note{u"(theo danh sách xã nên đến)",
                                       u"of the list of communes to visit"};

// Evidence
inline constexpr Text evidence_strong{u"vững", u"strong"};
inline constexpr Text evidence_moderate{u"vừa", u"moderate"};
inline constexpr Text evidence_weak{u"yếu", u"weak"};
inline constexpr Text evidence_none{u"chưa có thông tin", u"no information"};

// A commune among its neighbours
inline constexpr Text pattern_high_high{u"cao, xung quanh cao", u"high among high"};
inline constexpr Text pattern_high_low{u"cao, xung quanh thấp", u"high among low"};
inline constexpr Text pattern_low_high{u"thấp, xung quanh cao", u"low among high"};
inline constexpr Text pattern_low_low{u"thấp, xung quanh thấp", u"low among low"};
inline constexpr Text pattern_none{u"không thấy cụm rõ rệt", u"no pattern found"};

// What the correction for many tests holds
inline constexpr Text false_finds_share{u"tỷ lệ báo động giả (FDR) không quá %1",
                                        u"share of false finds at most %1 (false discovery rate)"};
inline constexpr Text false_finds_chance{
    u"xác suất có dù chỉ một báo động giả không quá %1",
    u"chance of one false find at most %1 (family-wise error rate)"};

}  // namespace marchland::cartography::text

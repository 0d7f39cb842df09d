#include "cartography/report/report_sections.hpp"

namespace marchland::cartography {

using namespace Qt::StringLiterals;

QString report_style()
{
    return uR"css(
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fbfaf7;color:#1d2530;
 font:16px/1.5 "Noto Sans","DejaVu Sans",system-ui,sans-serif}
main{max-width:66rem;margin:0 auto;padding:0 1rem 3rem}
.banners{position:sticky;top:0;z-index:1}
.banner{margin:0;padding:.35rem 1rem;font-size:.95rem}
.banner b{margin-right:.6em}
.restricted{background:#8f1020;color:#fff}
.synthetic{background:#f2c230;color:#1d2530}
h1{font-size:1.7rem;line-height:1.25;margin:1.4rem 0 .2rem}
h2{font-size:1.25rem;margin:2.2rem 0 .5rem;padding-bottom:.2rem;border-bottom:2px solid #b8501f}
h3{font-size:1.05rem;margin:1.2rem 0 .2rem}
.role,.dates{margin:.1rem 0;color:#49525e}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;padding:0}
a{color:#1f5f99}
#headline{margin-top:1rem;padding:.2rem 1.2rem .6rem;background:#fff;border-left:6px solid #b8501f}
#headline h2{border:0;margin-top:.6rem}
#headline li{margin:.35rem 0}
figure{margin:.5rem 0}
img{display:block;width:100%;height:auto;border:1px solid #d6d2c8}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;background:#fff}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.4rem .6rem;border-bottom:1px solid #ddd8cc;text-align:left;vertical-align:top}
thead th{background:#efece4;position:sticky;top:0}
tbody th{font-weight:600}
#ranked td,#corridors td{font-variant-numeric:tabular-nums}
#ranked tbody th{min-width:9rem}
#ranked td:first-child,#ranked td:nth-child(3),#ranked td:nth-child(4){white-space:nowrap}
#ranked td:last-child{min-width:10rem}
abbr{text-decoration:none;font-weight:700;color:#8f1020;cursor:help}
.code{color:#5b6470;font-weight:400;font-size:.85em;white-space:nowrap}
.small{font-size:.88rem;color:#49525e}
.unknown{background:#e4e4e4;padding:.6rem .9rem}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.35rem 1rem}
dt{font-weight:600}
dd{margin:0}
@media (max-width:40rem){body{font-size:15px}dl{display:block}dd{margin:0 0 .6rem}
 h1{font-size:1.35rem}main{padding:0 .7rem 2rem}}
@page{size:A4;margin:10mm 12mm}
@media print{body{background:#fff;font-size:9.5pt}main{max-width:none;padding:0}nav{display:none}
 body{display:table;width:100%}main{display:table-row-group}
 .banners{display:table-header-group;position:static;break-inside:avoid}.banner:last-child{margin-bottom:3mm}
 .banner{font-size:8.5pt;padding:1mm 3mm;-webkit-print-color-adjust:exact;print-color-adjust:exact}
 table{font-size:8pt}th,td{padding:1mm 1.5mm}thead{display:table-header-group}
 thead th{position:static}tr,figure,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}
 .scroll{overflow:visible}#ranked td:last-child{min-width:0}
 #ranked table{font-size:7.5pt}#ranked tbody th{min-width:0}
 .unknown,#headline{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css"_s;
}

}  // namespace marchland::cartography

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>marchland::viewer::CommuneModel</name>
    <message>
        <source>Rank (90 %)</source>
        <translation>Thứ hạng (90%)</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Cấp xã</translation>
    </message>
    <message>
        <source>Relative risk (90 %)</source>
        <translation>Nguy cơ tương đối (90%)</translation>
    </message>
    <message>
        <source>Expected a year (90 %)</source>
        <translation>Số người ước tính mỗi năm (90%)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Cơ sở số liệu</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Được phát hiện</translation>
    </message>
    <message>
        <source>Hours to official crossing</source>
        <translation>Số giờ đến cửa khẩu chính thức</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
</context>
<context>
    <name>marchland::viewer::CommuneTable</name>
    <message>
        <source>Find a commune (Ctrl+F)</source>
        <translation>Tìm xã (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a commune by name or code</source>
        <translation>Tìm xã theo tên hoặc mã</translation>
    </message>
    <message>
        <source>Communes with risk, intervals and evidence</source>
        <translation>Danh sách xã kèm nguy cơ, khoảng ước lượng và cơ sở số liệu</translation>
    </message>
    <message>
        <source>How many communes are shown</source>
        <translation>Số xã đang hiển thị</translation>
    </message>
    <message>
        <source>%1 of %2 communes</source>
        <translation>%1/%2 xã</translation>
    </message>
</context>
<context>
    <name>marchland::viewer::LayerPanel</name>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Chỉ tiêu hiển thị</translation>
    </message>
    <message>
        <source>Measure that colours the communes</source>
        <translation>Chỉ tiêu dùng để tô màu các xã</translation>
    </message>
    <message>
        <source>Communes</source>
        <translation>Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>Hotspot outlines</source>
        <translation>Viền cụm cao</translation>
    </message>
    <message>
        <source>Crossings (official)</source>
        <translation>Cửa khẩu (chính thức)</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>Chợ</translation>
    </message>
    <message>
        <source>Corridors by public road</source>
        <translation>Tuyến đi theo đường công cộng</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>Đường bộ</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Tên địa danh</translation>
    </message>
</context>
<context>
    <name>marchland::viewer::MainWindow</name>
    <message>
        <source>Opening %1</source>
        <translation>Đang mở %1</translation>
    </message>
    <message>
        <source>Communes</source>
        <translation>Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lớp bản đồ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Selected communes</source>
        <translation>Các xã đang chọn</translation>
    </message>
    <message>
        <source>Place under the cursor</source>
        <translation>Vị trí dưới con trỏ</translation>
    </message>
    <message>
        <source>synthetic data</source>
        <translation>dữ liệu mô phỏng</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>Đang chọn %n xã</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (%n hidden by the search)</source>
        <translation>
            <numerusform> (%n xã bị ẩn do tìm kiếm)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1° N, %2° E</source>
        <translation>%1° B; %2° Đ</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Open results…</source>
        <translation>&amp;Mở kết quả…</translation>
    </message>
    <message>
        <source>Save &amp;map as picture…</source>
        <translation>Lưu &amp;bản đồ thành ảnh…</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Lưu báo &amp;cáo…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>T&amp;hoát</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Whole region</source>
        <translation>&amp;Toàn vùng</translation>
    </message>
    <message>
        <source>&amp;Nearer</source>
        <translation>&amp;Phóng to</translation>
    </message>
    <message>
        <source>&amp;Farther</source>
        <translation>Thu &amp;nhỏ</translation>
    </message>
    <message>
        <source>Find a &amp;commune</source>
        <translation>Tìm &amp;xã</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>What this &amp;map is for</source>
        <translation>Bản đồ này dùng để &amp;làm gì</translation>
    </message>
    <message>
        <source>Open a folder of results</source>
        <translation>Mở thư mục kết quả</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Lưu bản đồ</translation>
    </message>
    <message>
        <source>map.png</source>
        <translation>ban-do.png</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Ảnh (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Đã lưu %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>report.html</source>
        <translation>bao-cao.html</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Trang web (*.html)</translation>
    </message>
    <message>
        <source>What this map is for</source>
        <translation>Bản đồ này dùng để làm gì</translation>
    </message>
</context>
<context>
    <name>marchland::viewer::MapView</name>
    <message>
        <source>Risk map</source>
        <translation>Bản đồ nguy cơ</translation>
    </message>
    <message>
        <source>No results are open.</source>
        <translation>Chưa mở kết quả nào.</translation>
    </message>
    <message>
        <source>%1. Selected: %2. One pixel is %3 m.</source>
        <translation>%1. Đang chọn: %2. Một điểm ảnh ứng với %3 m.</translation>
    </message>
    <message>
        <source>Open a folder of results with Ctrl+O.</source>
        <translation>Mở một thư mục kết quả bằng Ctrl+O.</translation>
    </message>
    <message>
        <source>Nothing here. Home goes back to the data.</source>
        <translation>Ở đây không có dữ liệu. Nhấn Home để về vùng dữ liệu.</translation>
    </message>
</context>
</TS>

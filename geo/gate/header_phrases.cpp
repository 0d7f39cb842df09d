#include "geo/gate/header_phrases.hpp"

namespace marchland::geo {

std::array<PhraseList, 19> const header_phrases{{
    {PersonalKind::name,
     "ten day du|vname|sname|fname|lname|mname|pname|cname|hname|ten ho|ten va ho|legal name|real "
     "name|birth name|true name|ten nguoi dan|last nm|first nm|nm|ten ban dau|first "
     "name|firstname|last name|lastname|given name|family name|middle name|maiden name|full "
     "name|fullname|"
     "surname|forename|nickname|nick name|alias|aka|=a k a|initials|pseudonym|ho ten|ho va ten|ho "
     "dem|ho lot|"
     "=ho va dem|ten dem|ten lot|ten goi|ten that|ten tuc|ten khai sinh|ten thanh|biet danh|bi "
     "danh|biet hieu|"
     "ten nguoi|ten em|ten chau|ten tre|ten nan nhan|ten nn|=nan nhan ten|ten doi tuong|ten me|ten "
     "bo|ten cha|"
     "ten chong|ten vo|ten con|ten ban|ten ong|ten ba|ten chu ho|~chu ho|chu ky|signature|nguoi "
     "khai|nguoi bao|"
     "nguoi lap|nguoi nhap|nguoi dien|nguoi ky|nguoi cung cap|nguoi phu trach|nguoi phong "
     "van|nguoi duoc phong van|"
     "~dieu tra vien|~kiem sat vien|~can bo phu trach|~can bo tiep nhan|~can bo dieu tra|~can bo "
     "thu ly|"
     "=~can bo|enumerator|interviewer|interviewee|respondent|informant|reporter|reported "
     "by|recorded by|"
     "submitted by|entered by|collected by|registered by|username|user name|contact person|contact "
     "name|"
     "person name|name of person|names of persons|nguoi dai dien|~nguoi giam ho|~giam "
     "ho|guardian|guardian name|"
     "child name|name of child|victim name|name of victim|=~ho|=person|=persona|=nguoi|=ten "
     "that|case worker|"
     "caseworker|case manager|case officer|social worker name|ho chu dem|hoten|danh tinh|quy "
     "danh|xing ming|xingming|ten truong hop|ten ca|ten tat|"
     "ten viet tat nguoi|ten thuong goi|ten thuong dung|ten thuong ngay|nguoi bi|=ho dem ten|ten "
     "nguoi than|"
     "danh sach nguoi|danh sach nan nhan|list of victims|list of names|ten hoc sinh|ten sinh "
     "vien|ten hoc vien|"
     "ten cong dan|cong dan|ten benh nhan|ten nhan vien|ten can bo|staff name|officer name|name of "
     "officer|"
     "ten chu|ten dai dien|nguoi nhan|recipient name|beneficiary name|client name|patient "
     "name|student name|"
     "=owner|owner name|chu so huu|chu nha|landlord|employer name"},
    {PersonalKind::telephone,
     "so phone|so lh|sdtlh|=lh|contact no|contact num|contact number|emergency contact|hotline ca "
     "nhan|=mob|=ph|dt bo|dt me|dt nha|dt nguoi|dtnr|fone|fon|handset|call number|so dt|dt "
     "lien|phone|phones|telephone|telefon|tel|mobile|mobiles|cell|cellphone|handphone|landline|"
     "msisdn|sim card|sim number|"
     "so sim|=sim|so may|sdt|so dt|=dt|=dtdd|=dtlh|=dd|dtdd|sddt|dien thoai|di "
     "dong|dthoai|=dthoai|so lien lac|"
     "sim serial|subscriberid|simserial|phonenumber|phone number|hotline "
     "number|fax|pager|dianhua|dian hua|shouji|shou ji|may ban|so goi"},
    {PersonalKind::online,
     "=wx|=ig|=yahoo|icloud|apple id|google id|gg id|hom "
     "thu|zalo|facebook|fb|=face|messenger|telegram|viber|whatsapp|whats "
     "app|wechat|weixin|=qq|tiktok|instagram|=insta|"
     "skype|twitter|linkedin|line id|email|emails|e mail|mail|gmail|hop thu|thu dien tu|=~mang xa "
     "hoi|=~social media|"
     "social account|social profile|profile|ip address|=ip|device id|deviceid|imei|mac "
     "address|contact|contacts|"
     "contact info|contact detail|contact details|lien he|lien lac|thong tin lien he|website ca "
     "nhan|homepage|"
     "trang ca nhan|nick zalo|nick fb|nick facebook|=nick|handle|screen name|tai khoan mang"},
    {PersonalKind::identity,
     "=hc|so hc|=pp|pp no|ppno|=cmt so|passportno|=nid|nid no|nric|pan card|=dl|dl no|id code of "
     "person|so ttcn|cmqd|=nic|so so|so the|cccd|cmnd|cmt|cmtnd|cmndd|gcmnd|=cm|=cc|so cc|chung "
     "minh|chung minh thu|can cuoc|so dinh danh|dinh danh ca nhan|"
     "ma dinh danh ca nhan|=ma dinh danh|=dinh danh|=sdd|sddcn|=ddcn|ho "
     "chieu|passport|passports|id card|idcard|"
     "id number|id no|id num|idnumber|idno|national id|nationalid|person id|personid|personal "
     "id|personal number|"
     "personal code|citizen id|citizen number|identity|identification|identity card|giay to|giay "
     "thong hanh|"
     "thong hanh|laissez passer|travel document|visa|thi thuc|the thuong tru|the tam tru|residence "
     "card|gplx|"
     "giay phep lai xe|bang lai|=blx|driving licence|driving license|driver licence|driver "
     "license|drivers license|"
     "ssn|social security|tax code|tax id|ma so thue|=mst|bhyt|bhxh|so bao hiem|the bao hiem|ma "
     "bao hiem|ma the|"
     "so the|the so|so ho khau|~ho khau|shk|=hk|so hk|household book|household register|household "
     "registration|"
     "family book|birth certificate|giay khai sinh|khai sinh|ma nan nhan|ma nguoi|ma ca nhan|ma so "
     "ca nhan|ma nn|"
     "=manv|ma nhan vien|ma doi tuong|ma cong dan|student id|ma hoc sinh|ma sinh vien|ma hoc "
     "vien|patient id|"
     "ma benh nhan|beneficiary id|client id|client code|victim id|victim code|victim no|survivor "
     "id|instanceid|"
     "instance id|=uuid|=guid|id doi tuong|id nan nhan|id nguoi|=pid|nin|so giay to|so "
     "gtt|gttt|=gtt|biometric id|"
     "hrn|hukou|green card|shenfenzheng|shen fen zheng|=sfz|huzhao|military id|so quan nhan|chung "
     "minh quan doi"},
    {PersonalKind::case_number,
     "case nr|casenr|fir|fir no|crime no|crime number|charge|vu so|ma ho|so dang ky vu|bao cao "
     "so|so ba|=ba|case uid|case key|warrant|judgment|judgement|sentence "
     "no|prosecution|lawsuit|=fir|case number|case no|case num|case id|caseid|case ref|case "
     "code|case file|case reference|case name|=case|"
     "caseno|casenumber|file number|file no|file num|fileno|file id|file ref|file "
     "reference|dossier|docket|"
     "so ho so|ho so|mshs|=hs|=shs|so hs|ma hs|ma vu|ma so vu|so vu viec|=vu viec|ma vu viec|ma "
     "truong hop|ten vu|ten vu an|"
     "=~vu an|ma vu an|so hieu vu an|thu ly|so thu ly|~court|toa an|ban an|cao trang|"
     "khoi to|~bi can|~bi cao|=~chuyen an|ma chuyen an|ten chuyen an|bi so|so bi so|"
     "complaint no|complaint number|"
     "=so don|=ma don|don trinh bao|don to cao|to cao|to giac|tin bao so|so tin "
     "bao|indictment|verdict|police report|police no|"
     "fir number|investigation no|investigation number|=~conviction|ma tiep nhan|so tiep nhan|"
     "so bien ban|bien ban|=bb|so bb|incident id|incident number|incident no"},
    {PersonalKind::birth, "=doi|birth|born|birthdate|birthday|dob|yob|birth year|ngay sinh|nam "
                          "sinh|thang sinh|ngay thang nam sinh|"
                          "=sinh|sinh ngay|sinh nam|ntns|=ns|ngsinh|ngay sinh nhat|sinh nhat|noi "
                          "sinh|pob|que sinh|chusheng|shengri"},
    {PersonalKind::day,
     "thoi diem bi|thoi diem ban|thoi diem di|thoi diem ve|thoi diem phat hien|thoi diem mat|thoi "
     "gian bi|thoi gian ban|thoi gian di khoi|thoi gian di qua|thoi gian mat tich|thoi gian tro "
     "ve|ngay bat|ngay bi|ngay lua|ngay ban|ngay tron|ngay gap|ngay den|ngay dua|ngay qua|ngay "
     "vuot|ngay nhap|ngay xuat|ngay tham|ngay hoi cung|ngay lay loi khai|ngay cuoi|ngay ket "
     "hon|ngay dang ky|ngay xet xu|ngay khoi to|ngay thu ly|ngay ra vien|ngay vao vien|ngay "
     "kham|ngay xac minh|date trafficked|date rescued|date returned|date arrested|date "
     "detected|date reported|date found|date sold|date left|date arrived|date identified|date "
     "admitted|date referred|date interviewed|date of trafficking|date of detection|date of "
     "departure|date of marriage|date of crime|date of offence|when|time of incident|incident "
     "time|hour of|gio bat|gio di|ngay duoc|ngay lap|ngay nhan|ngay nop|ngay lay|~ngay|date|dates|"
     "date of death|ngay mat|"
     "ngay chet|ngay xay ra|ngay vu|ngay phat hien|ngay giai cuu|ngay tro ve|ngay ve|ngay di|ngay "
     "mat tich|"
     "ngay bi ban|ngay bi bat|ngay bi lua|ngay tiep nhan|ngay trao tra|ngay ban giao|ngay nhap "
     "canh|ngay xuat canh|"
     "ngay trinh bao|ngay to giac|ngay gio|gio xay ra|thoi gian xay ra|thoi diem xay ra|ngay "
     "cap|noi cap|"
     "ngay vao|ngay ra|ngay khai|date of incident|incident date|event date|date of event|rescue "
     "date|date of rescue|"
     "detection date|date of detection|return date|date of return|arrival date|date of "
     "arrival|departure date|"
     "entry date|date of entry|exit date|date of exit|admission date|date of admission|intake "
     "date|date of intake|"
     "interview date|date of interview|date of issue|issue date|date missing|missing since|last "
     "seen|arrest date|"
     "date of arrest|date of rescue|referral date|exact date|timestamp|datetime|date time"},
    {PersonalKind::address,
     "addr|addrs|dctt|dcht|dctamtru|lodging|home loc|living place|place of living|where "
     "lives|lives in|place of stay|address|addresses|addr|dia chi|=dc|diachi|"
     ""
     "que quan|=que|"
     "que goc|nguyen quan|thuong tru|tam tru|hktt|hkthuongtru|nkhktt|nktt|dktt|noi o|cho o|noi cu "
     "tru|cu tru|"
     "noi thuong tru|noi tam tru|dia diem nha|noi song|sinh song|noi "
     "dkhktt|residence|residential|resident of|"
     "home address|hometown|home town|home village|native place|native village|place of origin "
     "address|"
     "place of birth|birthplace|dwelling|workplace|place of work|noi lam viec|dia chi lam viec|co "
     "quan cong tac|"
     "don vi cong tac|postal address|zip code|dizhi|di zhi|zhuzhi|jiguan"},
    {PersonalKind::coordinate,
     "lat|lon|lng|latitude|longitude|latlon|latlong|lat long|lat lng|toa do|vi do|kinh do|kinh vi "
     "do|vi kinh do|gps|"
     "geopoint|geolocation|coordinate|coordinates|coord|coords|utm|mgrs|plus code|pluscode|google "
     "map|google maps|"
     "gmap|gmaps|=xy|=vi tri|vi tri nha|vi tri gps|easting|northing|geotag|location link|link ban "
     "do|what3words|=wkt|=wgs|dinh vi"},
    {PersonalKind::settlement,
     "street|streets|=duong|=~duong pho|house number|house no|houseno|=house|so "
     "nha|=nha|~thon|~xom|~hamlet|"
     "~hamlets|~village|~villages|=~lang|ten lang|~lang ban|~ban lang|=~ban|ten ban|~thon ban|~to "
     "dan pho|"
     "~to dan|tdp|khu pho|~khoi pho|=khoi|=to|=~ap|=ngo|=ngach|=hem|~khom|~ap khom|~thon xom|~khu "
     "dan cu|"
     "~to nhan dan|~house|~houses|landmark|room no|so phong|apartment|flat no"},
    {PersonalKind::likeness,
     "dau vet|vet bot|not ruoi|file anh|link anh|anh chup|so anh|ten anh|duong dan anh|image "
     "file|=img|=pic|pics|anh ho so|anh ca nhan|mugshot|thumbprint|anh dai dien|video url|video "
     "link|vet xam|=seo|=xam|photo|photos|photograph|=picture|pictures|=image|image url|=anh|hinh "
     "anh|anh the|anh chan dung|chan dung|"
     "anh nan nhan|anh nguoi|anh mat|khuon mat|face photo|face "
     "id|facial|portrait|selfie|voice|giong noi|ghi am|"
     "audio|recording|voice record|=video|fingerprint|fingerprints|finger print|van tay|dau van "
     "tay|diem chi|lan tay|"
     "sinh trac|sinh trac hoc|biometric|biometrics|iris|mong mat|dna|adn|nhan dang|dac diem nhan "
     "dang|dac diem rieng|"
     "hinh xam|tattoo|tattoos|scar|scars|vet seo|avatar|scan cccd|scan giay to"},
    {PersonalKind::relative,
     "bo de|dad|daddy|mom|mum|mommy|in law|relationship|relation to|=married|divorced|widowed|da "
     "ket hon|chua ket hon|ly hon|doc than|=chong con|chong con|chi ruot|anh ruot|em ruot|chau "
     "ruot|~nguoi nuoi|household head|head of household|household head name|children names|ten cac "
     "con|=thong gia|con rieng|con nuoi|con de|bo nuoi|me vo|me chong|bo vo|bo "
     "chong|mother|mothers|father|fathers|parent|parents|~relative|~relatives|kin|next of "
     "kin|nextofkin|spouse|husband|wife|"
     "sibling|siblings|brother|sister|daughter|=son|uncle|aunt|grandmother|grandfather|grandparent|"
     "=me|=cha|=bo|"
     "bo me|cha me|me de|cha de|me nuoi|bo nuoi|me ke|cha duong|~than nhan|~nguoi than|~nguoi "
     "nha|=chong|=vo|"
     "vo chong|=con|con cai|so con|~con chung|anh chi em|anh em ruot|=chi em|ong ba|ong noi|ba "
     "noi|ba ngoai|=ong|"
     "=em|=chau|ho hang|than thich|quan he gia dinh|quan he voi|moi quan he|=quan he|"
     "=~gia dinh|thong tin gia dinh|hoan canh gia dinh|family member|family members|family "
     "situation|family status|"
     "family details|=family|fiance|boyfriend|girlfriend|nguoi yeu|ban trai|ban gai|marital "
     "status|marital|"
     "hon nhan|tinh trang hon nhan|dependants|dependents|bao lanh|nguoi bao ho"},
    {PersonalKind::victim,
     "doi tuong mua|doi tuong lua|doi tuong pham|doi tuong ban|doi tuong moi|doi tuong cam dau|ke "
     "lua dao|~nguoi dua|~nguoi lua|~nguoi ru|~nguoi giup|~nguoi gioi thieu|~nguoi don|~nguoi dan "
     "duong|nguoi to chuc|ke cam dau|ke pham toi|chong "
     "mua|~seller|~sellers|~purchaser|~purchasers|middleman|recruited by|sold by|bought by|taken "
     "by|~kidnapper|~abductor|exploiter|=employer|~smugglers|~criminal|~criminals|nguoi bi tinh "
     "nghi|~nguoi pham toi|~pham nhan|~culprit|=trum|nguoi trung gian|trung "
     "gian|~victim|~victims|~survivor|~survivors|~nan "
     "nhan|~suspect|~suspects|~offender|~offenders|~perpetrator|"
     "~perpetrators|~trafficker|~traffickers|~nghi pham|~nghi can|~bi hai|~nguoi bi hai|=doi "
     "tuong|~thu pham|"
     "~toi pham ten|~ke mua|~ke ban|~ke buon|~nguoi mua|=nguoi "
     "ban|~buyer|~buyers|~broker|~brokers|~moi gioi|~co moi|"
     "~ke lua|~duong day|accused|defendant|~arrested "
     "person|~arrestee|detainee|~witness|~witnesses|~nhan chung|"
     "~nguoi lam chung|~complainant|~nguoi to giac|~nguoi to cao|~nguoi bao "
     "tin|=~recruiter|recruiter name|"
     "~missing person|~missing persons|~nguoi mat tich|~nguoi bi mat tich|~tre mat tich|~nguoi bi "
     "ban|~nguoi bi lua|"
     "~pimp|~madam|~accomplice|~dong pham|~chu chua|~chu mua|smuggler name|=smuggler|~returnee "
     "name"},
    {PersonalKind::reference,
     "so quyet dinh|quyet dinh so|so qd|=qd|record id|recordid|record number|record no|record "
     "key|ref no|"
     "ref number|reference number|reference no|so luu|so luu tru|so cv|cong van so"},
    {PersonalKind::account, "=acc|acc no|acc num|accno|bank name|ten ngan hang|bank card|so "
                            "seri|serial no|vin|plate|plates|plate no|license plate|licence "
                            "plate|numberplate|bien so|bien kiem soat|=bks|bsx|bien xe|so xe|"
                            "xe so|bien soat|vehicle number|vehicle no|vehicle registration|car "
                            "number|chassis|so khung|so may xe|"
                            "account|accounts|account number|acct|bank account|bank "
                            "acc|iban|swift|tai khoan|stk|so tk|=tk|~ngan hang so|"
                            "so the ngan hang|card number|card no|credit card|debit "
                            "card|=atm|momo|vi dien tu|ewallet|e wallet|wallet|paypal|"
                            "alipay|boarding pass|ticket no|so ve|flight"},
    {PersonalKind::price, "sold for|how much|much paid|sale price|selling price|so tien nhan|so "
                          "tien duoc|tra bao nhieu|tien nhan duoc|=paid|money received|cost of "
                          "victim|gia nguoi|price|prices|=gia|gia ban|gia mua|gia tien|gia ca|so "
                          "tien mua|so tien ban|tien mua ban|tien ban nguoi|so tien ban duoc|"
                          "tien chuoc|ransom|amount paid|paid amount|money paid|sale "
                          "amount|dowry|bride price|tien moi gioi|"
                          "tien cong moi gioi|tien coc|no moi gioi"},
    {PersonalKind::health,
     "=sk|tinh trang sk|~drug|~drugs|~drug use|alcohol|~abuse|~abused|bi danh|bao "
     "hanh|wound|wounds|~nhiem|lay nhiem|nhiem trung|~wounded|psychiatric|psychological "
     "state|~operation scar|kinh nguyet|tranh thai|sinh san|con dau|suy nhuoc|chieu cao can "
     "nang|~vaccine|xet nghiem|psychological|psychology|tam ly nan nhan|~hiv|~aids|~health|~suc "
     "khoe|tinh trang suc khoe|~benh|benh ly|benh an|~benh tat|benh su|tien su|tien su benh|"
     "chan doan|~disease|~diseases|~illness|~illnesses|~sickness|symptom|symptoms|trieu "
     "chung|~diagnosis|~diagnosed|~mang thai|"
     "~co thai|~thai san|~thai ky|~pregnant|~pregnancy|=~sti|=~std|~khuyet "
     "tat|~disability|~disabilities|~disabled|~mental|"
     "~tam than|=tam ly|trang thai tam ly|tinh trang tam ly|~trauma|~sang chan|~nghien|~nghien ma "
     "tuy|~addiction|"
     "~injury|~injuries|~thuong tich|thuong tat|~bi thuong|blood type|blood group|nhom mau|xet "
     "nghiem|test result|"
     "medical|medication|medicine|medical history|~dieu tri|~patient|~patients|~benh nhan|~pha "
     "thai|~abortion|vaccinated|"
     "allergy|di ung|~xam hai|~rape|~raped|~bi hiep|~hiep dam|~lao phoi|~tuberculosis|y te ca "
     "nhan|ho so y te|depression|"
     "~suicide|~tu tu|the trang|physical condition|trinh tiet|virginity"},
    {PersonalKind::belief,
     "theo ton giao|minority status|is minority|nguoi dan "
     "toc|=dtoc|dtoc|=tongiao|religion|religious|ton giao|tin nguong|dao phat|theo "
     "dao|faith|church|ethnic|ethnicity|ethnic group|"
     "ethnicgroup|dan toc|dantoc|toc nguoi|=race|=tribe|caste|mother tongue|tieng me "
     "de|orientation|sexual orientation|"
     "sexuality|xu huong tinh duc|tinh duc|gioi tinh that|gender identity|lgbt|lgbtq|dong "
     "tinh|political|dang vien|"
     "party member|trade union|chinh kien|criminal record|tien an|tien su tu|ly lich tu phap"},
    {PersonalKind::free_text,
     "ly do|chi tiet|memo|summary|explain|explanation|giai thich|specify|please specify|khac ghi "
     "ro|ghi ro|neu khac|opinion|feedback|message|tin nhan|nhat ky|diary|cau tra loi|loi "
     "nhan|personal|ca nhan|bieu hien|hanh vi|phuong thuc thu doan|thu doan|bien phap xu ly|ket "
     "qua dieu tra|ghi chep|narration|narratives|=nd|nd vu "
     "viec|notes|note|comment|comments|remark|remarks|ghi chu|gchu|=gc|mo "
     "ta|description|descriptions|desc|dien giai|noi dung|"
     "narrative|statement|testimony|loi khai|ban khai|tuong trinh|trinh bay|loi ke|tinh tiet|dien "
     "bien|tom tat|"
     "=summary|case summary|story|cau chuyen|hoan canh|y kien|nhan xet|=details|=detail|=chi "
     "tiet|thong tin chi tiet|"
     "free text|freetext|thong tin khac|other information|thong tin ca nhan|ttcn|personal "
     "information|personal info|"
     "personal data|personal details|ly lich|nhan than|observation|observations|interview "
     "text|transcript|"
     "thong tin them|additional information|nghe nghiep nan nhan|luu y|dac diem"},
}};

std::array<PhraseList, 18> const header_signs{{
    {PersonalKind::name,
     "姓名|名字|姓氏|称呼|曾用名|别名|化名|绰号|外号|昵称|乳名|小名|联系人|负责人|经办人|填表人|"
     "登记人|举报人|报案人|"
     "监护人|户主|签名|签字|本人|受访人|采访人|办案人|民警|英文名|拼音名|法定代表"},
    {PersonalKind::telephone, "电话|手机|座机|传真|固话|手提|联络号码|联系号码"},
    {PersonalKind::online,
     "微信|QQ|qq|邮箱|邮件|微博|支付宝|抖音|联系方式|联络方式|联系|网名|账户名|用户名|陌陌|脸书"},
    {PersonalKind::identity, "身份证|证件|护照|通行证|驾驶证|驾照|户口|~户籍|社保|医保|学号|工号|"
                             "公民身份|身份号|证号|号码|身份|签证|居住证|军官证|港澳"},
    {PersonalKind::case_number, "案号|~案件|卷宗|~法院|判决|档案|案由|案情|立案|文书|案件编号|起诉|"
                                "笔录编|作案|案发|涉案|住院号|受案|受理号"},
    {PersonalKind::birth, "出生|生日|生辰"},
    {PersonalKind::day,
     "年月日|案发时间|案发日|失踪日|解救日|送返日|入境日|出境日|抓获日|报案时间|报案日"},
    {PersonalKind::address, "地址|住址|住所|住处|居住地|居所|籍贯|祖籍|家乡|老家|村组|村民组|小区|"
                            "楼号|房号|原籍|现住|所在村|村名|工作单位"},
    {PersonalKind::settlement, "街道|门牌|~村屯|~村寨"},
    {PersonalKind::coordinate, "坐标|座标|经度|纬度|经纬|定位|位置"},
    {PersonalKind::likeness,
     "照片|相片|头像|画像|指纹|声纹|声音|录音|录像|~视频|人脸|虹膜|相貌|体貌|特征|纹身|DNA"},
    {PersonalKind::relative, "~亲属|父亲|母亲|父母|父名|母名|~配偶|丈夫|妻子|爱人|兄弟|姐妹|子女|"
                             "儿子|女儿|~家属|家人|~家庭成员|家庭情况|家庭住|婚姻|关系人"},
    {PersonalKind::victim, "~受害|~被害|~嫌疑|~犯罪人|~被告|~罪犯|~证人|~人贩|~买主|~买方|~卖方|~"
                           "蛇头|~中介人|~失踪人|~被拐|~当事人|~失踪者"},
    {PersonalKind::account, "车牌|牌照|车号|账号|帐号|账户|帐户|银行卡|卡号|开户|钱包"},
    {PersonalKind::price, "价格|价钱|彩礼|赎金|卖价|买价"},
    {PersonalKind::health,
     "~病|健康|~诊断|~怀孕|~孕|艾滋|~残疾|精神状|心理状|伤情|受伤|血型|病史|吸毒史|流产|性侵"},
    {PersonalKind::belief, "宗教|信仰|民族|族别|族群|性取向|取向|政治面貌|前科"},
    {PersonalKind::free_text,
     "备注|说明|描述|简介|陈述|笔录|口供|个人信息|个人资料|经过|详情|摘要|附注|评语|意见"},
}};

std::string_view const harmless_phrases =
    "ngay cong|so ngay|ngay cong tac|ngay du lieu|ngay cap nhat|ngay ban hanh|ngay bao cao|ngay "
    "hieu luc|ngay cho|ngay phien|hang ngay|ngay tuan tra|data date|date of data|report "
    "date|reporting date|date of report|update date|date updated|publication date|start date|end "
    "date|valid date|census date|release date|created date|date created|date modified|last update "
    "date|co so tiep nhan|thu nhap ca nhan|kinh doanh ca nhan|personal income|ho tro|ho ngheo|ho "
    "can ngheo|ho gia dinh|ho dan|ho kinh doanh|ho chua|ho thoat ngheo|so ho|tong so ho|ty le ho|"
    "house to house|household|households|warehouse|lighthouse|benh vien|health center|health "
    "centre|health centers|health centres|health station|"
    "health post|health facility|health facilities|health services|health service|health "
    "workers|co so y te|tram y te|"
    "boc lot tinh duc|sexual exploitation|ten duong|duong bo|duong sat|duong thuy|duong day "
    "nong|km duong|"
    "nam sinh hoat|sinh hoat|hoc sinh|sinh vien|ho chi minh|"
    "chieu dai duong|do dai duong|loai duong|cap duong|mat duong|road length|duong huyen|duong "
    "tinh|tinh lo|lang son|ban do|"
    "van ban|to chuc|to cong tac|me thuot|buon me thuot|co so|co quan|chi tieu|chi so|chi phi|em "
    "gai|tre em|"
    "ma xa|tai khoan muc|place name|parent organisation|parent code|parent name of unit|gia "
    "tri|gia tang|"
    "phone line count|contact hours|contact hour|contact days|contact sessions|mobile team|mobile "
    "teams|"
    "tuyen truyen mieng|hotline calls|hotline call|cuoc goi duong day nong|duong day nong|family "
    "report|gia dinh van hoa|"
    "cao diem|cell size|cell id|flat rate|court house|village market|gender identity training|"
    "dia ban co benh vien|moi gioi viec lam|health insurance rate|thong tin chung|don vi tinh|"
    "toa do nho nhat|unit price index|co so luu tru|image date|account manager count|vi tri dia ly "
    "so|"
    "bien gioi|bien phong|bien ban giao|gioi tinh|nhom tuoi|do tuoi|tuoi trung binh|tel aviv|"
    "ngay cong|so ngay|ngay cong tac|ngay du lieu|ngay cap nhat|ngay ban hanh|update date|as of "
    "date";

std::string_view const harmless_signs =
    "身份类别|街道办|乡镇街道|街道名称|位置图|民族乡|民族自治|医院|病床|联系点";

std::string_view const named_things =
    "xa|phuong|thi tran|tinh|huyen|quan|thanh pho|tp|tx|tt|thi xa|don vi|dia phuong|dia ban|cua "
    "khau|co quan|to chuc|"
    "du an|hoat dong|chuong trinh|khu "
    "vuc|vung|cho|duong|song|suoi|truong|tram|doi|don|cum|nganh|linh vuc|chi tieu|"
    "chi so|cot|tep|file|lop|bang|nguon|san pham|dich vu|loai|nhom|quoc gia|nuoc|dac khu|qh|tieng "
    "anh|tieng viet|"
    "co so|trung tam|cau lac bo|clb|lop hoc|bien gioi|loi mo|benh vien|khu|dat|dia danh|thua|cong "
    "trinh|cau|ben|ga|"
    "commune|communes|ward|unit|province|district|city|town|township|agency|agencies|organisation|"
    "organization|office|"
    "crossing|gate|market|markets|school|schools|hospital|centre|center|station|place|location|"
    "river|road|country|"
    "region|area|zone|site|project|programme|program|activity|event|dataset|source|layer|column|"
    "field|variable|"
    "indicator|table|sheet|category|class|group|kind|type|product|service|club|shelter|facility|"
    "company|county|state|"
    "adm|admin|shape|osm|alt|bridge|pass|border|post|checkpoint|department|institution|month|"
    "quarter|period|year|week|day|brand|model|code|"
    "donor|team|partner "
    "organisation|stratum|list|lists|geo|scientific|display|short|long|official|local";

std::string_view const quantity_words =
    "so|tong so|tong|so luong|luong|ty le|ti le|ty suat|ty trong|phan tram|binh quan|trung binh|so "
    "luot|luot|number of|"
    "number|numbers|count|counts|total|totals|sum|rate|rates|share|percent|percentage|pct|per|"
    "ratio|proportion|average|"
    "mean|median|index|density|prevalence|incidence|coverage|sl|tl";

std::string_view const quantity_signs = "数|率|比例|总计|合计|占比|人次|比重";

std::string_view const filler_words =
    "of|the|a|an|in|at|on|for|by|to|is|and|or|cua|va|o|tai|theo|la|cac|nhung|cho biet|thong "
    "tin|thong tin ve|info|"
    "information|data|du "
    "lieu|field|col|column|value|text|cot|stt|no|num|number|so|ma|id|code|nguoi|nn|nan nhan|victim|"
    "ca nhan|personal|person|moi|cu|new|old|main|other|khac|hien "
    "tai|current|chinh|phu|vi|en|zh|cn|vn|nam|nu|dung|dau|"
    "full|day du|neu co|if any|s|n|x|hien nay|ghi|noi";

std::string_view const other_words =
    "thang|quy|ky|tuan|nien|tuoi|nhom|hinh|thuc|vai|tro|loai|hoat|dong|dan|ngheo|can|muc|do|dien|"
    "tich|mat|lao|kinh|te|"
    "giao|duc|nghe|nghiep|nguyen|nhan|period|quarter|year|month|week|role|form|sex|age|gender|kind|"
    "amount|hours|days|"
    "population|income|literacy|poverty|area|size|length|width|depth|height|average|status|trang|"
    "thai|tinh trang|"
    "detected|returned|assisted|reached|sessions|visits|patrol|training|loans|leaflets|"
    "participants|female|male|girls|"
    "boys|women|men|children|adults|under|over|vintage|version|origin|transit|destination|"
    "recruitment|unknown|khong|ro|"
    "biet|doc|viet|chu|dieu|kien|song|chat|nuoc|sach|dung|xe|may|gio|tuyen|truyen|to|roi|buoi|vu|"
    "ca|hoc|sinh|bo|giai|"
    "cuu|tiep|ban|giao|phat|hien|xac|minh|level|start|end|date|ngay|tu|den|den "
    "thang|name|names|ten|address|quan|he|"
    "cap|bac|trinh|dan so|dan cu|thu nhap|nghe nghiep|trinh do|ma "
    "so|stt|row|line|record|series|total|hotel|hotels|hostel|motel|colon|colony|salon|cartel|long";

}  // namespace marchland::geo

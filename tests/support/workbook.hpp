// A workbook as a spreadsheet program saves it, written by hand: only what the tests of sheets need.
#pragma once

#include <cpl_vsi.h>

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::test {

/// Cells row by row, in UTF-8 without the marks of XML; a number is written as one, an empty cell not at all.
struct WorkSheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
};

namespace workbook {

inline std::string cell(std::string const& text, std::size_t row, std::size_t column)
{
    auto const at = std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
    bool const number = text.find_first_not_of("0123456789") == std::string::npos &&
                        (text.size() == 1 || text.front() != '0');
    return number ? "<c r=\"" + at + "\"><v>" + text + "</v></c>"
                  : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline std::string sheet(WorkSheet const& sheet)
{
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet "
                      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                      "<sheetData>";
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        xml += "<row r=\"" + std::to_string(r + 1) + "\">";
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
            if (!sheet.rows[r][c].empty()) {
                xml += cell(sheet.rows[r][c], r, c);
            }
        }
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

inline void put(std::string const& path, std::string const& text)
{
    VSILFILE* const file = VSIFOpenL(path.c_str(), "wb");
    VSIFWriteL(text.data(), 1, text.size(), file);
    VSIFCloseL(file);
}

}  // namespace workbook

inline void write_workbook(std::filesystem::path const& path, std::vector<WorkSheet> const& sheets)
{
    std::filesystem::remove(path);
    std::string const zip = "/vsizip/" + path.string();
    std::string const head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    std::string const office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::string types;
    std::string list;
    std::string relations;
    for (std::size_t i = 1; i <= sheets.size(); ++i) {
        auto const n = std::to_string(i);
        types += "<Override PartName=\"/xl/worksheets/sheet" + n +
                 ".xml\" ContentType=\"application/"
                 "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        list += "<sheet name=\"" + sheets[i - 1].name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n +
                "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + office +
                     "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
    }
    auto* const archive = VSIFOpenL(zip.c_str(), "wb");  // open for as long as parts are added
    workbook::put(zip + "/[Content_Types].xml",
                  head +
                      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                      "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                      "vnd.openxmlformats-package.relationships+xml\"/><Default "
                      "Extension=\"xml\" ContentType=\"application/xml\"/><Override "
                      "PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                      "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" +
                      types + "</Types>");
    std::string const relationships =
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
               "relationships\">";
    workbook::put(zip + "/_rels/.rels", relationships + "<Relationship Id=\"rId1\" Type=\"" +
                                            office +
                                            "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                            "</Relationships>");
    workbook::put(zip + "/xl/workbook.xml",
                  head +
                      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                      "main\" xmlns:r=\"" +
                      office + "\"><sheets>" + list + "</sheets></workbook>");
    workbook::put(zip + "/xl/_rels/workbook.xml.rels",
                  relationships + relations + "</Relationships>");
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        workbook::put(zip + "/xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
                      workbook::sheet(sheets[i]));
    }
    VSIFCloseL(archive);
}

}  // namespace marchland::test

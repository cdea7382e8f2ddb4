// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/pdfbytes.h"
#include "tests/kit/hostile/bombs.h"
#include "tests/kit/hostile/hostilefiles.h"

#include <random>

namespace PortDesk::HostileFiles {

using namespace PdfBytes;

namespace {

const QByteArray kZeros(16 * 1024 * 1024, '\0');
const QByteArray kCatalog = "<</Type/Catalog/Pages 2 0 R>>";
const QByteArray kOnePage = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

QByteArray nestedFunction()
{
    const QByteArray code = "{" + QByteArray("{").repeated(400'000) + QByteArray("}").repeated(400'000) + "}";
    return onePage("/ColorSpace<</C[/Separation/X/DeviceGray 5 0 R]>>", "/C cs 0.5 scn 0 0 99 99 re f",
                   {stream("/FunctionType 4/Domain[0 1]/Range[0 1]", code)});
}

QByteArray pageWithBox(const QByteArray &box)
{
    return pdfOf({kCatalog, kOnePage, "<</Type/Page/Parent 2 0 R/MediaBox[" + box + "]>>"});
}

/// A page whose content is a packed stream.
QByteArray packedContent(const QByteArray &filter, const QByteArray &packed)
{
    return pdfOf({kCatalog, kOnePage, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", stream(filter, packed)});
}

QByteArray pageWithPicture(const QByteArray &dict, const QByteArray &data)
{
    return onePage("/XObject<</I 5 0 R>>", "q 595 0 0 842 0 0 cm /I Do Q", {stream("/Type/XObject/Subtype/Image" + dict, data)});
}

QByteArray manyPages(int count)
{
    QByteArray kids;
    for (int i = 0; i < count; ++i)
        kids += "3 0 R ";
    return pdfOf({kCatalog, "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(count) + ">>",
                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"});
}

QByteArray deepPageTree(int depth)
{
    QList<QByteArray> objects{kCatalog};
    for (int i = 0; i < depth; ++i)
        objects.append("<</Type/Pages/Kids[" + QByteArray::number(i + 3) + " 0 R]/Count 1>>");
    objects.append("<</Type/Page/Parent " + QByteArray::number(depth + 1) + " 0 R/MediaBox[0 0 595 842]>>");
    return pdfOf(objects);
}

QByteArray outline(const QByteArray &item, const QByteArray &next = "null")
{
    return pdfOf({"<</Type/Catalog/Pages 2 0 R/Outlines<</First 4 0 R/Last 4 0 R/Count 1>>>>", kOnePage,
                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", item, next});
}

QByteArray deepOutline(int depth)
{
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R/Outlines<</First 4 0 R/Last 4 0 R/Count 1>>>>", kOnePage,
                              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"};
    for (int i = 0; i < depth; ++i)
        objects.append("<</Title(a)/First " + QByteArray::number(i + 5) + " 0 R/Last " + QByteArray::number(i + 5) + " 0 R>>");
    objects.append("<</Title(end)>>");
    return pdfOf(objects);
}

/// A cross-reference table that says it goes on at itself.
QByteArray tableInItself()
{
    QByteArray pdf = onePage({}, "0 0 9 9 re f");
    const qsizetype table = pdf.lastIndexOf("\nxref") + 1;
    return pdf.replace("/Root 1 0 R", "/Root 1 0 R/Prev " + QByteArray::number(table));
}

QByteArray glyphInItself()
{
    return onePage("/Font<</F 5 0 R>>", "BT /F 20 Tf 50 50 Td (a) Tj ET",
                   {"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>"
                    "/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F 5 0 R>>>>>>",
                    stream({}, "9 0 d0 BT /F 20 Tf (a) Tj ET")});
}

QByteArray maskInItself()
{
    return onePage("/ExtGState<</G 5 0 R>>", "/G gs 0 0 99 99 re f",
                   {"<</SMask<</S/Luminosity/G 6 0 R>>>>",
                    stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</ExtGState<</G 5 0 R>>>>",
                           "/G gs 0 0 99 99 re f")});
}

QByteArray mapInItself()
{
    return onePage("/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 5 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X"
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>>>",
                   "BT /F 20 Tf 50 50 Td <0041> Tj ET",
                   {stream("/Type/CMap/CMapName/X/UseCMap 5 0 R", "/X usecmap begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange endcmap")});
}

QByteArray noise(int size)
{
    std::mt19937 numbers(20261123);
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = char(numbers());
    return bytes;
}

QByteArray brokenFont()
{
    const QByteArray font = QByteArray("\0\1\0\0\0\x10", 6) + noise(4000);
    return onePage("/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 97/LastChar 97/Widths[500]/FontDescriptor<</Type/FontDescriptor"
                   "/FontName/X/Flags 4/FontBBox[0 0 1 1]/FontFile2 5 0 R>>>>>>",
                   "BT /F 20 Tf 50 50 Td (a) Tj ET", {stream({}, font)});
}

QList<HostileFile> bombs()
{
    const QByteArray huge = deflatedRepeats(kZeros, 256);
    return {
        {"4 GB of zeros", packedContent("/Filter/FlateDecode", huge)},
        {"packed twice", packedContent("/Filter[/FlateDecode/FlateDecode]", qCompress(huge, 9).mid(4))},
        {"packed states", packedContent("/Filter/FlateDecode", deflatedRepeats(QByteArray("q ").repeated(1'000'000), 20))},
        {"packed paths", packedContent("/Filter/FlateDecode", deflatedRepeats(QByteArray("0 0 m 600 900 l S ").repeated(50'000), 60))},
        {"picture of 60,000 pixels a side",
         pageWithPicture("/Width 60000/Height 60000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode", deflatedRepeats(kZeros, 27))},
        {"picture that lies about its size", pageWithPicture("/Width 2000000000/Height 2000000000/BitsPerComponent 8/ColorSpace/DeviceRGB", "abc")},
        {"picture of pixels that are not there", pageWithPicture("/Width 8000/Height 8000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode",
                                                                  deflatedRepeats(kZeros, 256))},
        {"objects packed in a bomb", packedContent("/Type/ObjStm/N 100000/First 10/Filter/FlateDecode", huge)},
    };
}

QList<HostileFile> loops()
{
    const QByteArray self = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N 5 0 R>>>>";
    return {
        {"form in itself", onePage("/XObject<</N 5 0 R>>", "/N Do", {stream(self, "/N Do")})},
        {"page tree in itself", pdfOf({kCatalog, "<</Type/Pages/Kids[2 0 R]/Count 1>>"})},
        {"page tree 50,000 deep", deepPageTree(50'000)},
        {"outline in itself", outline("<</Title(a)/Parent 4 0 R/First 4 0 R/Last 4 0 R/Next 4 0 R>>")},
        {"outline in a ring", outline("<</Title(a)/Next 5 0 R>>", "<</Title(b)/Next 4 0 R/First 4 0 R>>")},
        {"outline 50,000 deep", deepOutline(50'000)},
        {"table of objects in itself", tableInItself()},
        {"glyph in itself", glyphInItself()},
        {"mask in itself", maskInItself()},
        {"character map in itself", mapInItself()},
        {"length in itself", pdfOf({kCatalog, kOnePage, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
                                    "<</Length 4 0 R>>\nstream\nq\nendstream"})},
        {"arrays a million deep", onePage({}, "q", {QByteArray("[").repeated(1'000'000)}, "/X 5 0 R")},
        {"dictionaries 300,000 deep", onePage({}, "q", {QByteArray("<</A").repeated(300'000)}, "/X 5 0 R")},
        {"appearance in itself", onePage({}, "q", {stream(self, "/N Do")}, "/Annots[<</Subtype/Stamp/Rect[0 0 99 99]/AP<</N 5 0 R>>>>]")},
    };
}

QList<HostileFile> sizes()
{
    return {
        {"200,000 pages", manyPages(200'000)},
        {"page as large as a country", pageWithBox("0 0 9e8 9e8")},
        {"page of a thousand million points", pageWithBox("0 0 1000000000 1000000000")},
        {"page of size zero", pageWithBox("0 0 0 0")},
        {"page of no size", pageWithBox("0 0 1e400 -1e400")},
        {"page with a unit of its own", pdfOf({kCatalog, kOnePage, "<</Type/Page/Parent 2 0 R/UserUnit 1e9/MediaBox[0 0 595 842]>>"})},
        {"two million states", onePage({}, QByteArray("q ").repeated(2'000'000))},
        {"two million closings", onePage({}, QByteArray("Q ").repeated(2'000'000))},
        {"figures without an end", onePage({}, QByteArray("9").repeated(1'000'000) + " 0 0 1 re f")},
        {"dashes without a length", onePage({}, "[1e-30 1e-30] 0 d 0 0 m 600 900 l S")},
    };
}

QList<HostileFile> rubbish()
{
    const QByteArray whole = onePage(helvetica(), textAt(50, 700, "Bill"));
    QList<HostileFile> files{
        {"nested function", nestedFunction()},
        {"rubbish behind a PDF's head", "%PDF-1.7\n" + noise(100'000)},
        {"a PDF's head alone", "%PDF-1.7\n"},
        {"rubbish as a font", brokenFont()},
        {"rubbish as a fax picture",
         pageWithPicture("/Width 5000/Height 5000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 5000>>", noise(50'000))},
        {"rubbish as a JBIG2 picture", pageWithPicture("/Width 5000/Height 5000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", noise(50'000))},
        {"rubbish as a JPEG 2000 picture", pageWithPicture("/Width 5000/Height 5000/Filter/JPXDecode", "\xff\x4f\xff\x51" + noise(50'000))},
    };
    for (const int percent : {10, 30, 50, 70, 90, 99})
        files.append({"cut off at " + QByteArray::number(percent) + " %", whole.left(whole.size() * percent / 100)});
    return files;
}

} // namespace

QByteArray billionLaughs()
{
    QList<QByteArray> forms;
    for (int i = 0; i < 12; ++i) {
        const QByteArray next = QByteArray::number(6 + i);
        const QByteArray body = i == 11 ? QByteArray("0 0 1 1 re f") : QByteArray("/N Do ").repeated(10);
        forms.append(stream("/Type/XObject/Subtype/Form/BBox[0 0 600 900]" +
                                (i == 11 ? QByteArray() : "/Resources<</XObject<</N " + next + " 0 R>>>>"),
                            body));
    }
    return onePage("/XObject<</N 5 0 R>>", "/N Do", forms);
}

QByteArray tinyTiles()
{
    const QByteArray tile =
        stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<<>>",
               "1 0 0 rg 0 0 1 1 re f");
    return onePage("/Pattern<</P 5 0 R>>", "/Pattern cs /P scn 0 0 595 842 re f", {tile});
}

QList<HostileFile> hostilePdfs()
{
    return QList<HostileFile>{{"billion laughs of forms", billionLaughs()}, {"tiny tiles", tinyTiles()}} + bombs() + loops() + sizes() + rubbish();
}

} // namespace PortDesk::HostileFiles

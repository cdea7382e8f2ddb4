// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/activecontent.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kMostObjects = 20'000; // looked at; a file with more of them is slow enough to be noticed
constexpr int kDeepest = 16;         // actions after actions, and levels of an outline

class Search
{
public:
    explicit Search(QPDF &pdf) : m_pdf(pdf) {}
    ActiveContent run();

private:
    void catalog(QPDFObjectHandle root);
    void page(QPDFObjectHandle page);
    void outline(QPDFObjectHandle item, int depth);
    void actions(QPDFObjectHandle events);
    void action(QPDFObjectHandle action, int depth = 0);
    bool enough() { return ++m_seen > kMostObjects; }

    QPDF &m_pdf;
    ActiveContent m_found;
    int m_seen = 0;
};

ActiveContent Search::run()
{
    catalog(m_pdf.getRoot());
    for (const QPDFObjectHandle &one : m_pdf.getAllPages())
        page(one);
    return m_found;
}

void Search::catalog(QPDFObjectHandle root)
{
    action(root.getKey("/OpenAction"));
    actions(root.getKey("/AA"));
    if (QPDFObjectHandle names = root.getKey("/Names"); names.isDictionary()) {
        m_found.scripts |= names.hasKey("/JavaScript");
        m_found.files |= names.hasKey("/EmbeddedFiles");
    }
    if (QPDFObjectHandle form = root.getKey("/AcroForm"); form.isDictionary())
        m_found.xfa |= form.hasKey("/XFA");
    if (QPDFObjectHandle outlines = root.getKey("/Outlines"); outlines.isDictionary())
        outline(outlines.getKey("/First"), 0);
}

void Search::page(QPDFObjectHandle page)
{
    actions(page.getKey("/AA"));
    QPDFObjectHandle annotations = page.getKey("/Annots");
    const int count = annotations.isArray() ? annotations.getArrayNItems() : 0;
    for (int i = 0; i < count && !enough(); ++i) {
        QPDFObjectHandle annotation = annotations.getArrayItem(i);
        if (!annotation.isDictionary())
            continue;
        m_found.files |= annotation.getKey("/Subtype").isNameAndEquals("/FileAttachment");
        action(annotation.getKey("/A"));
        actions(annotation.getKey("/AA"));
    }
}

void Search::outline(QPDFObjectHandle item, int depth)
{
    for (; item.isDictionary() && depth < kDeepest && !enough(); item = item.getKey("/Next")) {
        action(item.getKey("/A"));
        outline(item.getKey("/First"), depth + 1);
    }
}

/// Of a dictionary of events ("when the page is opened").
void Search::actions(QPDFObjectHandle events)
{
    if (!events.isDictionary())
        return;
    for (const std::string &event : events.getKeys())
        action(events.getKey(event));
}

void Search::action(QPDFObjectHandle what, int depth)
{
    if (!what.isDictionary() || depth > kDeepest || enough())
        return;
    QPDFObjectHandle kind = what.getKey("/S");
    m_found.scripts |= kind.isNameAndEquals("/JavaScript") || what.hasKey("/JS");
    m_found.launches |= kind.isNameAndEquals("/Launch");
    m_found.sends |= kind.isNameAndEquals("/SubmitForm") || kind.isNameAndEquals("/ImportData");
    m_found.files |= kind.isNameAndEquals("/GoToE");
    QPDFObjectHandle next = what.getKey("/Next");
    if (next.isDictionary())
        return action(next, depth + 1);
    for (int i = 0; next.isArray() && i < next.getArrayNItems() && i < kMostObjects; ++i)
        action(next.getArrayItem(i), depth + 1);
}

} // namespace

ActiveContent &ActiveContent::operator|=(const ActiveContent &other)
{
    scripts |= other.scripts;
    launches |= other.launches;
    files |= other.files;
    sends |= other.sends;
    xfa |= other.xfa;
    return *this;
}

ActiveContent activeContent(QPDF &pdf)
{
    return Search(pdf).run();
}

ActiveContent activeContent(const QByteArray &bytes)
{
    return {.scripts = bytes.contains("/JavaScript"),
            .launches = bytes.contains("/Launch"),
            .files = bytes.contains("/EmbeddedFile"),
            .sends = bytes.contains("/SubmitForm") || bytes.contains("/ImportData"),
            .xfa = bytes.contains("/XFA")};
}

QStringList warningsOf(const ActiveContent &content)
{
    QStringList warnings;
    if (content.scripts)
        warnings.append(u"The file contains JavaScript, which is not run."_s);
    if (content.launches)
        warnings.append(u"The file asks to start a program or to open a file, which is not done."_s);
    if (content.files)
        warnings.append(u"The file has other files inside, which are not opened."_s);
    if (content.sends)
        warnings.append(u"The file asks to send form values away or to fetch them, which is not done."_s);
    if (content.xfa)
        warnings.append(u"The file is a form of a kind (XFA) of which only a part may be shown. Ask for a printed PDF."_s);
    return warnings;
}

} // namespace PortDesk

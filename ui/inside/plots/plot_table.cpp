#include "ui/inside/plots/plot_table.h"

#include "core/report/result_csv.h"

namespace vbs {

void PlotTable::addField(const std::string& field)
{
    if (m_begun)
        m_text += ',';
    m_text += field;
    m_begun = true;
}

PlotTable& PlotTable::add(const QString& text)
{
    addField(csvText(text.toStdString()));
    return *this;
}

PlotTable& PlotTable::add(double number)
{
    addField(csvNumber(number));
    return *this;
}

PlotTable& PlotTable::add(int number)
{
    addField(std::to_string(number));
    return *this;
}

void PlotTable::endRow()
{
    m_text += "\r\n";
    m_begun = false;
}

} // namespace vbs

#include "core/report/html_page.h"

#include "core/report/xml_text.h"

namespace vbs::html {

namespace {

constexpr const char* kPageStyle = R"(
:root { color-scheme: light dark; --ink: #202124; --faint: #6e7278; --paper: #ffffff; --card: #f6f7f9;
  --track: #e2e5e9; --bar: #31688e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --faint: #9aa0a6; --paper: #17181a; --card: #222427;
  --track: #3a3d42; --bar: #6aa5c9; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
section { background: var(--card); border-radius: .6rem; padding: 1rem 1.5rem; margin: 1.5rem 0; }
h2 { margin: .2rem 0; } h3 { margin: 1.2rem 0 .3rem; }
.task, .about, .facts { color: var(--faint); font-size: .875rem; margin: .2rem 0; }
.asked { font-size: 1.2rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
caption { text-align: left; color: var(--faint); font-size: .875rem; }
th { text-align: left; font-weight: 400; padding: .15rem .8rem .15rem 0; overflow-wrap: anywhere; }
@media print {
  html { font-size: 12px; }
  h1 { margin: 0; }
  body { max-width: none; padding: 0; }
  section { padding: 0; background: none; break-inside: avoid; }
  h2, h3, .asked, caption { break-after: avoid; }
}
)";

} // namespace

std::string page(const std::string& title, const std::string& style, const std::string& body)
{
    const std::string heading = xmlText(title);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
           "style-src 'unsafe-inline'\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>" +
           heading + "</title>\n<style>" + kPageStyle + style + "</style>\n</head>\n<body>\n<h1>" + heading +
           "</h1>\n" + body + "</body>\n</html>\n";
}

} // namespace vbs::html

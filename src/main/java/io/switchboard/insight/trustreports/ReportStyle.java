package io.switchboard.insight.trustreports;

/** The looks of a report's page of HTML, inside of it: it is read where it was saved, without the portal. */
final class ReportStyle {

    static final String CSS = """
            :root { color-scheme: light; }
            body { margin: 0; background: #fff; color: #344054; font: 16px/1.5 system-ui, sans-serif; }
            main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
            h1, h2 { color: #101828; line-height: 1.2; }
            h1 { margin: 1rem 0 0.25rem; }
            section { margin-top: 2.5rem; padding-inline-start: 1rem; border-inline-start: 4px solid #1b7f4b; }
            section.look { border-color: #8a5a00; }
            section.unrecorded { border-color: #596273; }
            .tenant { font-size: 1.25rem; }
            .state { font-weight: 600; }
            .table { overflow-x: auto; }
            table { width: 100%; border-collapse: collapse; }
            caption { padding: 1rem 0 0.5rem; font-weight: 600; text-align: start; }
            th, td { min-width: 4rem; padding: 0.25rem 0.75rem 0.25rem 0; border-top: 1px solid #d0d5dd; text-align: start; vertical-align: top; }
            dt { font-weight: 600; }
            dd { margin: 0 0 0.5rem; }
            """;

    private ReportStyle() {}
}

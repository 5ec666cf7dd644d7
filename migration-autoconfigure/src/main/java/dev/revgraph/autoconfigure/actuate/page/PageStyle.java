package dev.revgraph.autoconfigure.actuate.page;

import dev.revgraph.report.State;

/** How the page looks, in light and in dark surroundings; it needs nothing beside itself, and runs no scripts. */
final class PageStyle {

    static final String CSS = """
            <style>
            :root{color-scheme:light dark;--bg:#f1f5f9;--card:#ffffff;--ink:#0f172a;--soft:#64748b;--rule:#e2e8f0;
              --good:#047857;--goodbg:#d1fae5;--wait:#b45309;--waitbg:#fef3c7;--bad:#b91c1c;--badbg:#fee2e2;
              --new:#0e7490;--newbg:#cffafe;--plain:#475569;--plainbg:#e9eef5;--link:#4338ca}
            @media (prefers-color-scheme:dark){:root{--bg:#070b14;--card:#0d1320;--ink:#e6ebf4;--soft:#8fa0b8;--rule:#1f2a40;
              --good:#6ee7b7;--goodbg:#06392c;--wait:#fcd34d;--waitbg:#45290a;--bad:#fca5a5;--badbg:#4c1414;
              --new:#67e8f9;--newbg:#0a3a46;--plain:#b6c2d4;--plainbg:#222e44;--link:#a5b4fc}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--bg);color:var(--ink);
              font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
            main{max-width:70rem;margin:0 auto;padding:1.5rem 1rem 3rem}
            h1{font-size:1.35rem;margin:0} h2{font-size:1.15rem;margin:0} h3{font-size:1rem;margin:1.5rem 0 .5rem}
            a{color:var(--link)} code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
              overflow-wrap:anywhere}
            .soft{color:var(--soft);margin:.2rem 0}
            section{background:var(--card);border:1px solid var(--rule);border-radius:14px;padding:1.25rem;margin-top:1.25rem}
            .title{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
            .chip{border-radius:99px;padding:.1rem .7rem;font-size:.85rem;font-weight:600;
              background:var(--plainbg);color:var(--plain);white-space:nowrap}
            .good{background:var(--goodbg);color:var(--good)} .wait{background:var(--waitbg);color:var(--wait)}
            .bad{background:var(--badbg);color:var(--bad)} .new{background:var(--newbg);color:var(--new)}
            dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem 1.5rem;margin:1rem 0 0}
            dt{color:var(--soft);font-size:.85rem} dd{margin:0;font-weight:600;overflow-wrap:anywhere}
            .problem{border-left:4px solid var(--bad);background:var(--badbg);border-radius:6px;padding:.6rem .9rem;margin:.6rem 0}
            .problem p{margin:.2rem 0;overflow-wrap:anywhere}
            .wide{overflow-x:auto} table{border-collapse:collapse;width:100%;min-width:36rem}
            th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--rule)}
            th{color:var(--soft);font-weight:500;font-size:.85rem} td.number{text-align:right}
            td.time,td.number{white-space:nowrap;font-variant-numeric:tabular-nums} tr:last-child td{border-bottom:0}
            td p{margin:.15rem 0;overflow-wrap:anywhere;white-space:pre-line}
            </style>""";

    private PageStyle() {}

    /** The class of the label that shows a state. */
    static String chip(State state) {
        return switch (state) {
            case UP_TO_DATE -> "good";
            case PENDING -> "wait";
            case AHEAD -> "new";
            case DIVERGED, INVALID -> "bad";
            case EMPTY -> "plain";
        };
    }
}

package dev.revgraph.drawing;

/** How the drawing looks, in light and in dark surroundings. All names begin with the class of the drawing. */
final class SvgStyle {

    /** How many colours lanes take in turn. */
    static final int COLOURS = 7;

    static final String CSS = """
            <style>
            .revgraph{--bg:#ffffff;--row:#f8fafc;--ink:#0f172a;--soft:#64748b;--rule:#e2e8f0;
              --l0:#4f46e5;--l1:#0891b2;--l2:#c026d3;--l3:#059669;--l4:#ea580c;--l5:#2563eb;--l6:#65a30d;
              --good:#047857;--goodbg:#d1fae5;--wait:#b45309;--waitbg:#fef3c7;--bad:#b91c1c;--badbg:#fee2e2;
              --new:#0e7490;--newbg:#cffafe;--plain:#475569;--plainbg:#e9eef5}
            @media (prefers-color-scheme:dark){.revgraph{--bg:#0d1320;--row:#131b2c;--ink:#e6ebf4;--soft:#8fa0b8;--rule:#1f2a40;
              --l0:#818cf8;--l1:#22d3ee;--l2:#e879f9;--l3:#34d399;--l4:#fb923c;--l5:#60a5fa;--l6:#a3e635;
              --good:#6ee7b7;--goodbg:#06392c;--wait:#fcd34d;--waitbg:#45290a;--bad:#fca5a5;--badbg:#4c1414;
              --new:#67e8f9;--newbg:#0a3a46;--plain:#b6c2d4;--plainbg:#222e44}}
            .revgraph text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
            .revgraph .paper{fill:var(--bg)} .revgraph .band{fill:var(--row)} .revgraph .rule{stroke:var(--rule)}
            .revgraph .headline{font-size:17px;font-weight:650} .revgraph .soft{fill:var(--soft)}
            .revgraph .id,.revgraph .chip text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
            .revgraph .id{font-weight:600} .revgraph .chip text{font-size:10.5px}
            .revgraph .edge{fill:none;stroke-width:2.25;stroke-linecap:round}
            .revgraph .needs{stroke-width:1.6;stroke-dasharray:2 5}
            .revgraph .l0{--c:var(--l0)}.revgraph .l1{--c:var(--l1)}.revgraph .l2{--c:var(--l2)}.revgraph .l3{--c:var(--l3)}
            .revgraph .l4{--c:var(--l4)}.revgraph .l5{--c:var(--l5)}.revgraph .l6{--c:var(--l6)}
            .revgraph .edge{stroke:var(--c)} .revgraph .dot{fill:var(--c);stroke:var(--bg);stroke-width:2.5}
            .revgraph .pending .dot,.revgraph .running .dot{fill:var(--bg);stroke:var(--c);stroke-width:2.5}
            .revgraph .running .dot{stroke-dasharray:3 2.2}
            .revgraph .unknown .dot{fill:var(--bg);stroke:var(--new);stroke-width:2.5;stroke-dasharray:2.5 2.5}
            .revgraph .modified .dot,.revgraph .out-of-order .dot{fill:var(--bad)}
            .revgraph .ring{fill:none;stroke:var(--c);stroke-width:2}
            .revgraph .chip rect{fill:var(--plainbg)} .revgraph .chip text{fill:var(--plain)}
            .revgraph .now rect{fill:var(--goodbg)} .revgraph .now text{fill:var(--good)}
            .revgraph .wait rect{fill:var(--waitbg)} .revgraph .wait text{fill:var(--wait)}
            .revgraph .bad rect{fill:var(--badbg)} .revgraph .bad text{fill:var(--bad)}
            .revgraph .new rect{fill:var(--newbg)} .revgraph .new text{fill:var(--new)}
            </style>""";

    private SvgStyle() {}

    /** The class of the label that shows a state. */
    static String chip(String state) {
        return switch (state) {
            case "pending", "running" -> "wait";
            case "unknown" -> "new";
            case "modified", "out-of-order" -> "bad";
            default -> "plain";
        };
    }
}

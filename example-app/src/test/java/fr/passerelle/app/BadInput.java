package fr.passerelle.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Commands that are wrong in one way each, and what must come of them. */
final class BadInput {
    private static final String NOBODY = "6f0a1c52-8f6e-4a57-9d0e-2f3b1f0e9a11";

    private BadInput() {}

    /** One wrong command. */
    record Row(String what, int exit, String code, List<String> arguments) {
        String[] in(String language) {
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of("--lang", language));
            return all.toArray(String[]::new);
        }
    }

    private static Row row(String what, int exit, String code, String... arguments) {
        return new Row(what, exit, code, List.of(arguments));
    }

    private static Row communicate(String what, int exit, String code, String... more) {
        List<String> all = new ArrayList<>(List.of("communicate"));
        all.addAll(Arrays.asList(more));
        return new Row(what, exit, code, all);
    }

    private static Row roster(String what, String code, String file) {
        return row(what, 1, code, "import", "onde", file, "--place", Desk.TOURNELLES, "--apply");
    }

    /** @param taken a port that another program has */
    static List<Row> rows(int taken) {
        String school = Desk.TOURNELLES;
        String port = Integer.toString(taken);
        return List.of(
                row("a malformed UAI", 2, "ENT-604", "place", "add", "0771369X", "--name", "X", "--kind", "primary"),
                row(
                        "a UAI for a centre",
                        2,
                        "ENT-605",
                        "place",
                        "add",
                        "0770409B",
                        "--name",
                        "X",
                        "--kind",
                        "leisure-centre"),
                row("no name", 1, "ENT-103", "place", "add", "0770409B", "--name", " ", "--kind", "primary"),
                row("a place twice", 1, "ENT-101", "place", "add", school, "--name", "X", "--kind", "primary"),
                row("an unknown kind", 2, "ENT-602", "place", "add", "0770409B", "--name", "X", "--kind", "zoo"),
                communicate(
                        "an unknown place", 1, "ENT-102", "--place", "0770409B", "--title", "T", "--body", "texte.txt"),
                communicate(
                        "an unknown class",
                        1,
                        "ENT-610",
                        "--place",
                        school,
                        "--class",
                        "CM2 Z",
                        "--title",
                        "T",
                        "--body",
                        "texte.txt"),
                communicate("an empty title", 1, "ENT-301", "--place", school, "--title", " ", "--body", "texte.txt"),
                communicate(
                        "a long title",
                        1,
                        "ENT-302",
                        "--place",
                        school,
                        "--title",
                        "t".repeat(5000),
                        "--body",
                        "texte.txt"),
                communicate(
                        "a body of a megabyte", 1, "ENT-303", "--place", school, "--title", "T", "--body", "long.txt"),
                communicate(
                        "a body of six megabytes",
                        1,
                        "ENT-613",
                        "--place",
                        school,
                        "--title",
                        "T",
                        "--body",
                        "huge.txt"),
                communicate("a missing body", 1, "ENT-607", "--place", school, "--title", "T", "--body", "absent.txt"),
                communicate("a directory as body", 1, "ENT-607", "--place", school, "--title", "T", "--body", "onde"),
                communicate(
                        "a kind of tomorrow",
                        1,
                        "ENT-614",
                        "--place",
                        school,
                        "--title",
                        "T",
                        "--body",
                        "texte.txt",
                        "--kind",
                        "tweet"),
                communicate(
                        "a wait that is no time",
                        2,
                        "ENT-602",
                        "--place",
                        school,
                        "--title",
                        "T",
                        "--body",
                        "texte.txt",
                        "--wait",
                        "soon"),
                communicate(
                        "a date that is none",
                        2,
                        "ENT-602",
                        "--place",
                        school,
                        "--title",
                        "T",
                        "--body",
                        "texte.txt",
                        "--at",
                        "demain"),
                communicate("a missing option", 2, "ENT-601", "--place", school, "--body", "texte.txt"),
                communicate(
                        "an unknown option",
                        2,
                        "ENT-603",
                        "--place",
                        school,
                        "--title",
                        "T",
                        "--body",
                        "texte.txt",
                        "--colour",
                        "red"),
                row("an unknown command", 2, "ENT-603", "publish"),
                row("half a command", 2, "ENT-601", "import"),
                row("an unknown form", 2, "ENT-602", "status", "--output", "xml"),
                row("an id that is none", 1, "ENT-305", "status", "17"),
                row("an unknown communication", 1, "ENT-305", "status", NOBODY),
                row("a withdrawal of nothing", 1, "ENT-305", "withdraw", NOBODY),
                row("a correction of nothing", 1, "ENT-305", "correct", NOBODY, "--title", "T"),
                row("a correction without change", 2, "ENT-601", "correct", NOBODY),
                row("an unknown account", 1, "ENT-616", "check", "two"),
                roster("a missing file", "ENT-607", "absent.csv"),
                roster("a directory", "ENT-607", "onde"),
                roster("a PDF", "ENT-215", "liste.pdf"),
                roster("a workbook", "ENT-213", "liste.xlsx"),
                roster("a web page", "ENT-214", "liste.html"),
                roster("a file that ends too early", "ENT-221", "coupe.csv"),
                roster("an empty file", "ENT-210", "vide.csv"),
                row("a roster of a centre", 2, "ENT-650", "import", "onde", Desk.roster(school), "--place", "CL-X"),
                row("a sandbox on a port in use", 1, "ENT-606", "sandbox", "one", "--port", port),
                row("a sandbox of another profile", 2, "ENT-602", "sandbox", "one", "--port", "0", "--profile", "x"),
                row(
                        "a sandbox with a missing seed",
                        1,
                        "ENT-607",
                        "sandbox",
                        "one",
                        "--port",
                        "0",
                        "--seed",
                        "absent.json"),
                row("pages on a port in use", 1, "ENT-606", "serve", "--port", port),
                row("a port that is none", 2, "ENT-602", "serve", "--port", "99999"),
                row("a sandbox on no port", 2, "ENT-602", "sandbox", "one", "--port", "-1"),
                row("pages for the world", 1, "ENT-608", "serve", "--port", "0", "--server.address=0.0.0.0"),
                row("a backup over a file", 1, "ENT-509", "backup", "texte.txt"),
                row("a restore of nothing", 1, "ENT-508", "restore", "absent"),
                row("a sample over a file", 1, "ENT-607", "sample", "onde", "--out", "texte.txt"));
    }

    /** The files that the rows name, beside those of {@link Desk#furnished}. */
    static void files(Desk desk) throws IOException {
        byte[] roster = Files.readAllBytes(desk.directory().resolve(Desk.roster(Desk.TOURNELLES)));
        desk.write("long.txt", "a".repeat(1_000_000))
                .write("huge.txt", "a".repeat(6_000_000))
                .write("hostile.html", """
                        <p onclick="alert(1)">Rendez-vous <b onmouseover=alert(2)>jeudi</b></p><script>alert(3)</script>
                        <img src=x onerror=alert(4)><a href="javascript:alert(5)">ici</a><iframe src="//x"></iframe>
                        <svg><script>alert(6)</script></svg><style>p{}</style><form action=x><input></form>""")
                .write("liste.pdf", "%PDF-1.7\n1 0 obj")
                .write("liste.xlsx", workbook())
                .write("liste.html", "<!DOCTYPE html><html><body>Connexion</body></html>")
                .write("coupe.csv", Arrays.copyOf(roster, roster.length / 2))
                .write("vide.csv", "");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

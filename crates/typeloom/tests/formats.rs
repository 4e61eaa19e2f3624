//! Each format, by texts that are in it and texts that are just outside.

use typeloom::formats;

#[track_caller]
fn check(name: &str, good: &[&str], bad: &[&str]) {
    let test = formats::by_name(name).unwrap_or_else(|| panic!("the format {name} is known"));
    for text in good {
        assert!(test(text), "{text:?} is in the format {name}");
    }
    for text in bad {
        assert!(!test(text), "{text:?} is not in the format {name}");
    }
}

#[test]
fn the_table_is_sorted_and_has_every_name_once() {
    assert!(formats::ALL.windows(2).all(|pair| pair[0].0 < pair[1].0));
    assert!(formats::by_name("date-time").is_some());
    assert!(formats::by_name("date_time").is_none());
    assert!(formats::by_name("int32").is_none());
}

#[test]
fn dates() {
    check(
        "date",
        &["1999-12-31", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"],
        &[
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-13-01",
            "2024-00-01",
            "2024-01-00",
            "2024-1-01",
            "24-01-01",
            "2024-01-01T",
            "2024/01/01",
            "٢٠٢٤-01-01",
            "2024-01-0１",
            "",
            "+2024-01-01",
        ],
    );
}

#[test]
fn times() {
    check(
        "time",
        &[
            "00:00:00Z",
            "23:59:59z",
            "12:30:15.5+01:00",
            "12:30:15.000000000000001-23:59",
            "23:59:60Z",
            "00:29:60+00:30",
        ],
        &[
            "12:30:15",
            "12:30Z",
            "24:00:00Z",
            "12:60:00Z",
            "12:30:61Z",
            "12:30:15.Z",
            "12:30:15,5Z",
            "12:30:15+1:00",
            "12:30:15+24:00",
            "12:30:15+01:60",
            "12:30:15+0100",
            "22:59:60Z",
            "23:59:60+00:01",
            "12:30:15Z ",
            "1٢:30:15Z",
            "12:30:15−01:00",
        ],
    );
}

#[test]
fn moments() {
    check(
        "date-time",
        &[
            "2024-02-29T12:00:00Z",
            "2024-02-29t12:00:00.123+05:30",
            "2016-12-31T23:59:60Z",
            "2016-12-31T18:59:60-05:00",
            // In UTC all of these are the last second of a month.
            "2017-01-01T00:59:60+01:00",
            "2012-07-01T08:59:60.5+09:00",
            "2015-06-30T23:59:60Z",
        ],
        &[
            "2023-02-29T12:00:00Z",
            "2024-02-29 12:00:00Z",
            "2024-02-29T12:00:00",
            "2024-02-29",
            "12:00:00Z",
            "2024-02-29TT2:00:00Z",
            "2016-12-30T23:59:60Z",
            "2016-12-31T00:59:60+01:00",
            "2024-02-29T12:00:00Z\n",
            "0000-01-01T00:59:60+01:00",
        ],
    );
}

#[test]
fn durations() {
    check(
        "duration",
        &["P1Y", "P1Y2M3DT4H5M6S", "P3W", "PT0S", "P1DT1M", "P007D", "P1M", "PT1M", "PT5H6M"],
        &[
            "",
            "P",
            "PT",
            "P1",
            "1Y",
            "P1YT",
            "P1Y1D",
            "PT1H1S",
            "P1W1D",
            "P1DT1W",
            "P1.5D",
            "PT1,5S",
            "P-1D",
            "-P1D",
            "P1S",
            "PT1Y",
            "P2D1M",
            "P1D1D",
            "p1d",
            "P١D",
            "P1DT1HT1M",
        ],
    );
}

#[test]
fn mail_addresses() {
    let local = "a".repeat(64);
    let (longest, too_long) = (format!("{local}@b.example"), format!("a{local}@b.example"));
    check(
        "email",
        &[
            "a@b",
            "first.last+tag@example.co.uk",
            "!#$%&'*+-/=?^_`{|}~@x.y",
            "\"a b\"@x.y",
            "\"a\\\"@\\\\\"@x.y",
            "\"\"@x.y",
            "a@[192.0.2.1]",
            "a@[IPv6:2001:db8::1]",
            "a@[ipv6:::]",
            &longest,
        ],
        &[
            "a",
            "@b",
            "a@",
            "a@b@c",
            ".a@b",
            "a.@b",
            "a..b@c",
            "a b@c",
            "a@-b",
            "a@b-",
            "a@b_c",
            "a@b.",
            "\"a@b",
            "\"a\"b@c",
            "\"a\n\"@b",
            "a@[192.0.2.256]",
            "a@[2001:db8::1]",
            "a@[IPv6:1]",
            "a@[x:y]",
            "ü@example.com",
            "a@exämple.com",
            "a@b\n",
            &too_long,
        ],
    );
    check(
        "idn-email",
        &["a@b", "ü@exämple.com", "\"ü \"@例え.jp", "사용자@예시.한국"],
        &["ü", "ü@", "ü@-ä", "ü..ü@x", "ü ü@x", "ü@☕.com", "a＠b.c"],
    );
}

#[test]
fn addresses() {
    check(
        "ipv4",
        &["0.0.0.0", "255.255.255.255", "127.0.0.1"],
        &["1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "0x1.2.3.4", "1.2.3.٤", "", "1..2.3", "1.2.3.4/8"],
    );
    check(
        "ipv6",
        &[
            "::",
            "::1",
            "1::",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "::ffff:192.0.2.1",
            "ABCD::ef01",
        ],
        &[
            "",
            ":",
            ":::",
            "1",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            "12345::",
            "g::",
            "fe80::1%eth0",
            "[::1]",
            "::192.0.2",
            "::192.0.2.01",
            "1:2:3:4:5:6:7:192.0.2.1",
            "::1/64",
            "1:2:3:4:5:6::7:8",
            ":1:2:3:4:5:6:7:8",
        ],
    );
}

#[test]
fn host_names() {
    let label = "a".repeat(63);
    let longest = [&label[..], &label, &label, &"a".repeat(61)].join(".");
    check(
        "hostname",
        &["localhost", "a.b-c.1d", "3com", "EXAMPLE.com", "a--b", "1.2.3.4", &label, &longest, "xn--bcher-kva.example"],
        &[
            "",
            ".",
            "a.",
            ".a",
            "a..b",
            "-a",
            "a-",
            "a_b",
            "a b",
            "ä.com",
            "a\n",
            &format!("{label}a"),
            &format!("{longest}a"),
            // The label does not decode, is not what its decoded form is encoded as, or decodes to what may not stand there.
            "xn--a",
            "xn--",
            "xn--abc-",
            "xn---",
            "xn--53h.com",
        ],
    );
    check(
        "idn-hostname",
        &[
            "localhost",
            "bücher.example",
            "例え.テスト",
            "xn--bcher-kva.example",
            "BÜCHER.example".to_lowercase().as_str(),
            "ab。cd",
            "straße",
            "עברית.com",
            "l·l",
            "ನ್‌ನ",
        ],
        &[
            "",
            "。",
            "a.。b",
            "Bücher.example",
            "☕.com",
            "-ü",
            "ü-",
            "ab--ü",
            "ü_",
            "a\u{200D}b",
            "\u{301}a",
            "ü..a",
            // Not in normal form C: u and a combining diaeresis, marks out of order.
            "bu\u{308}cher",
            "a\u{301}\u{323}",
            "a\u{323}\u{301}",
            // Directions mixed in a label; a label that begins with a digit beside one from right to left.
            "aא",
            "אa",
            "1.א",
            "א1٢",
            &"ü".repeat(60),
            &format!("{}.{}", "ü".repeat(55), "a".repeat(253)),
        ],
    );
}

#[test]
fn identifiers() {
    check(
        "uri",
        &[
            "http://a",
            "http://a.b:80/c;d=e?f=/?g#h/?",
            "http://u:p@[2001:db8::1]:8080/",
            "urn:a:b",
            "mailto:a@b",
            "a:",
            "a:/",
            "file:///etc",
            "http://[v1.a:b]/",
            "http://a:/",
            "x+y-z.1:%20",
            "http://%41/",
            "a:b:c@d",
        ],
        &[
            "",
            "a",
            "/a",
            "//a",
            "1a:b",
            "a b:c",
            ":a",
            "http://a b",
            "http://a/%",
            "http://a/%4",
            "http://a/%zz",
            "http://[::1",
            "http://[::1]a",
            "http://[::g]",
            "http://[fe80::1%25eth0]/",
            "http://[v.a]",
            "http://a:b/",
            "http://a@b@c/",
            "http://ä/",
            "http://a/ä",
            "http://a/<",
            "http://a/[",
            "http://a/#b#c",
            "http://a/\\",
            "http://a/^`{|}",
            "a:\"",
        ],
    );
    check(
        "uri-reference",
        &["", "a", "/a", "//a", "///", "?a", "#a", "./a:b", "a/b:c", "http://a", "../..", "?:", "#:"],
        &["a:b:ä", "1:b", ":", "a\\b", "%", "//a:b", "ä", "a b"],
    );
    check(
        "iri",
        &["http://ä/ü?ö#ß", "http://例え.テスト/", "a:\u{10000}", "a:?\u{E000}", "http://ü@[::1]/"],
        &["/ä", "a:\u{E000}", "a:#\u{E000}", "a:\u{FFFE}", "a:\u{1FFFF}", "a:\u{80}", "a:\u{202E}", "a:ä b", "ä:b"],
    );
    check("iri-reference", &["", "ä", "/ä", "//ä", "#ä"], &["ä:b", "ä b", "\\ä", "%ä"]);
}

#[test]
fn templates() {
    check(
        "uri-template",
        &[
            "",
            "a",
            "{a}",
            "{a,b_c.d}",
            "{+a}",
            "{#a*,b:3}",
            "{.a}{/a}{;a}{?a}{&a}",
            "{%41b}",
            "ä{a}\u{E000}",
            "it's",
            "%20",
            "{a:9999}",
            "{=a}",
            "{|a}",
        ],
        &[
            "{",
            "}",
            "{}",
            "{a",
            "a}",
            "{{a}}",
            "{a,}",
            "{,a,}",
            "{a:}",
            "{a:0}",
            "{a:10000}",
            "{a:1*}",
            "{a**}",
            "{a..b}",
            "{.}",
            "{a b}",
            "{ä}",
            "{a%4}",
            "a b",
            "<a>",
            "%",
            "%zz",
            "a\u{7F}",
            "{a-b}",
            "{a:+1}",
        ],
    );
}

#[test]
fn pointers() {
    check(
        "json-pointer",
        &["", "/", "/a", "/a/0/~0~1", "//", "/ä\0", "/%"],
        &["a", "#/a", "/~", "/~2", "/a~", "/~~01"],
    );
    check(
        "relative-json-pointer",
        &["0", "12", "0#", "1/a", "1/~0", "0+1", "0-12/a", "2+1#", "0/"],
        &["", "#", "/a", "-1", "+1/a", "01", "1a", "1##", "1#/a", "1/~", "0+", "0+0", "0+01", "١/a", "1 "],
    );
}

#[test]
fn short_texts() {
    check(
        "uuid",
        &["00000000-0000-0000-0000-000000000000", "ABCDEFab-cdef-9876-5432-1012345678ff"],
        &[
            "",
            "00000000-0000-0000-0000-00000000000",
            "00000000-0000-0000-0000-0000000000000",
            "0000000000000000000000000000000000--",
            "g0000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-0000000000ä",
            "{0000000-0000-0000-0000-00000000000}",
        ],
    );
    check(
        "byte",
        &["", "aGk=", "aA==", "aGVs", "+/+/", "AAAAAAAA"],
        &["a", "aa", "aaa", "a===", "====", "aG k", "aGk=aGk=", "a-_a", "aGk=\n", "äää="],
    );
}

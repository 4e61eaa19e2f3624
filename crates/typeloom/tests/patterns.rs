//! Patterns mean what they mean in ECMAScript with the flag `u`.
#![cfg(feature = "pattern")]
#![allow(clippy::unwrap_used)]

use typeloom::Validate;
use typeloom::pattern::{Pattern, TooManySteps, check, translate};

fn pattern(ecma: &str) -> Pattern {
    let translated = translate(ecma).unwrap_or_else(|error| panic!("{ecma}: {error}"));
    check(ecma).unwrap_or_else(|error| panic!("{ecma}: {error}"));
    Pattern::new(ecma.to_owned().leak(), translated.leak())
}

#[track_caller]
fn matches(ecma: &str, good: &[&str], bad: &[&str]) {
    let pattern = pattern(ecma);
    for text in good {
        assert_eq!(pattern.try_match(text), Ok(true), "{ecma} matches {text:?}");
    }
    for text in bad {
        assert_eq!(pattern.try_match(text), Ok(false), "{ecma} does not match {text:?}");
    }
}

#[track_caller]
fn fails(ecma: &str, offset: usize, message: &str) {
    let error = check(ecma).expect_err(ecma);
    assert!(error.message().contains(message), "{ecma}: {error}");
    assert_eq!(error.offset(), offset, "{ecma}: {error}");
}

#[test]
fn a_pattern_is_searched_for_and_its_anchors_are_the_ends_of_the_text() {
    matches("b+", &["abc", "bb"], &["", "ac"]);
    matches("^ab", &["abc"], &["cab", "x\nabc"]);
    matches("ab$", &["cab"], &["ab\n", "abc", "ab\nx"]);
    matches("^ab$", &["ab"], &["ab\n", "\nab", ""]);
    matches("^a|b$", &["ax", "xb"], &["xax", "bx"]);
    matches("^$", &[""], &["\n", "a"]);
    matches("", &["", "a"], &[]);
    matches("a|", &["", "b"], &[]);
    matches("(^a|b)c", &["ac", "xbc"], &["xac"]);
}

#[test]
fn classes_are_those_of_ecmascript() {
    matches(r"^\d$", &["0", "9"], &["٣", "a", "９", ""]);
    matches(r"^\D$", &["٣", "a", "\n"], &["0"]);
    matches(r"^\w$", &["a", "Z", "_", "5"], &["é", "-", "ſ"]);
    matches(r"^\W$", &["é", "-", "\n"], &["a"]);
    matches(
        r"^\s$",
        &[" ", "\t", "\u{B}", "\n", "\u{A0}", "\u{FEFF}", "\u{2028}", "\u{3000}"],
        &["\u{85}", "\u{200B}", "a"],
    );
    matches(r"^\S$", &["\u{85}", "\u{200B}", "a"], &[" ", "\u{FEFF}", "\u{1680}"]);
    matches(r"^.$", &["a", "é", "🐲", "\u{B}", "\u{85}"], &["\n", "\r", "\u{2028}", "\u{2029}", "", "ab"]);
    matches(r"^[^]$", &["\n", "a", "🐲"], &["", "ab"]);
    matches(r"[]", &[], &["", "a"]);
    matches(r"x[]*y", &["xy"], &["x"]);
    matches(r"^[\w\-.]+$", &["a-b.c_"], &["a b", "é"]);
    matches(r"^[\w-.]+$", &["a-b.c_"], &["a/b"]);
    matches(r"^[.-\w]+$", &["a-b.c_"], &["a/b"]);
    matches(r"^[^\W\d]+$", &["ab_"], &["a1", "a-"]);
    matches(r"^[\D]$", &["a", "٣"], &["1"]);
    matches(r"^[+--]$", &["+", ",", "-"], &["."]);
    matches(r"^[a-]$", &["a", "-"], &["b"]);
    matches(r"^[-a]$", &["a", "-"], &["b"]);
}

#[test]
fn what_is_special_to_other_engines_is_itself() {
    matches(r"^[[&&b]$", &["[", "&", "b"], &["a"]);
    matches(r"^[a~~b]$", &["a", "~", "b"], &["c"]);
    matches(r"^[[:alpha:]]$", &["[]", ":]", "a]"], &["b", "b]", "[:alpha:]"]);
    matches(r"^[\[\]\^\\]$", &["[", "]", "^", "\\"], &["a"]);
    matches(r"^a#b c$", &["a#b c"], &["a"]);
    matches("^(?:a\nb)$", &["a\nb"], &["ab"]);
    matches(r"^\.\*\/\-\@\_\ \{\}$", &[".*/-@_ {}"], &["."]);
    matches(r"^a{,2}$", &["a{,2}"], &["a", "aa"]);
    matches(r"^{a}]}$", &["{a}]}"], &["a"]);
    matches(r"^x{a$", &["x{a"], &["x"]);
    matches(r"^<\<$", &["<<"], &["x<"]);
}

#[test]
fn escapes_of_characters() {
    matches(r"^\t\n\v\f\r\0$", &["\t\n\u{B}\u{C}\r\0"], &["tn"]);
    matches(r"^[\b]$", &["\u{8}"], &["b"]);
    matches(r"^\cC\ca$", &["\u{3}\u{1}"], &["cCca"]);
    matches(r"^\x41\u0042\u{43}\u{00000044}$", &["ABCD"], &["x41"]);
    matches(r"^\uD83D\uDC32+$", &["🐲", "🐲🐲"], &["", "🐉"]);
    matches(r"^[\uD83D\uDC00-\uD83D\uDCFF]$", &["🐲"], &["a", "🔀"]);
    matches(r"^[^\uD800-\uDFFF]$", &["🐲", "a"], &[""]);
    matches(r"^[\u0000-\uFFFF]$", &["a", "\u{FFFD}"], &["🐲"]);
    matches(r"\uD83D", &[], &["🐲", "\u{FFFD}"]);
    matches("^🐲{2}$", &["🐲🐲"], &["🐲", "🐲🐉"]);
}

#[test]
fn word_boundaries_know_ascii_only() {
    matches(r"\bab\b", &["ab", "x ab.", "éabé"], &["xab", "ab1", "_ab"]);
    matches(r"a\Bb", &["ab"], &["a b"]);
    matches(r"\B", &["ab", "", "é"], &["a"]);
    matches(r"(?=a)\bab\b", &["éabé", "ab"], &["xab", "ab1"]);
    matches(r"(?=b)\Bb", &["ab"], &["b", "éb"]);
}

#[test]
fn properties_go_by_the_names_of_unicode() {
    matches(r"^\p{L}\p{Letter}\p{gc=Lu}\p{General_Category=Lowercase_Letter}$", &["éßÄa"], &["1aAa", "aaaa"]);
    matches(r"^\p{Script=Greek}\p{sc=Grek}\p{scx=Latin}$", &["αωa"], &["aaa"]);
    matches(r"^\P{L}[\P{Lu}][^\P{Nd}]\p{digit}$", &["1a٣3"], &["a111", "1A11"]);
    matches(r"^[\p{Lu}\d_]+$", &["Ä1_"], &["ä"]);
    matches(r"^[\P{L}\P{N}]$", &["a", "1", "-"], &[""]);
    matches(r"^[^\P{L}\P{Lu}]$", &["A", "Ä"], &["a", "1"]);
    matches(r"^[^\P{L}\P{Lu}A]$", &["Ä"], &["A", "a", "1"]);
    matches(r"^\p{Any}\p{ASCII}\P{ASCII}\p{Alphabetic}\p{White_Space}\p{Emoji}$", &["\naéa 🐲"], &["\naaa 🐲"]);
    fails(r"\p{letter}", 3, "there is no property `letter`");
    fails(r"\p{Greek}", 3, "written `Script=Greek`");
    fails(r"\p{Script=Klingon}", 3, "there is no script");
    fails(r"\p{Block=Latin}", 3, "not a property with values");
    fails(r"a\pL", 1, "needs a property in braces");
}

#[test]
fn groups_and_references() {
    matches(r"^(a|b)\1$", &["aa", "bb"], &["ab"]);
    matches(r"^(?<year>\d{4})-\k<year>$", &["2020-2020"], &["2020-2021"]);
    // A group that took no part, or has yet to, refers to nothing, which matches.
    matches(r"^(a)?\1b$", &["b", "aab"], &["ab"]);
    matches(r"^\1(a)$", &["a"], &["aa"]);
    matches(r"^(a\1)$", &["a"], &["aa"]);
    matches(r"^(?!(a))\1b$", &["b"], &["ab"]);
    matches(r"^(?:(?<q>')|(?<q>\x22))x\k<q>$", &["'x'", "\"x\""], &["'x\"", "x"]);
    matches(r"^(?:(a)|(b)|(c))\3\2$", &["a", "bb", "cc"], &["ab"]);
    matches(r"^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\10$", &["abcdefghijj"], &["abcdefghija0"]);
    matches(r"^(.)\1$", &["🐲🐲", "tt"], &["🐲🐉"]);
    // Each round of a repetition forgets what its groups captured.
    matches(r"^(?:(a)|b\1)+$", &["ab", "aab"], &["aca"]);
    matches(r"^(?:(a)|(b)\1c)+$", &["abc"], &["abac"]);
    // In a lookbehind, groups match from right to left.
    matches(r"(?<=\1(a))b", &["aab"], &["ab"]);
    matches(r"(?<=(a)\1)b", &["ab"], &["b"]);
    matches(r"^(?i:(a)\1)$", &["aA", "AA"], &["ab"]);
    matches(r"^(?i:ab)c$", &["ABc", "abc"], &["abC"]);
    matches(r"^(?s:.)(?m:^)a$", &["\na"], &["xa"]);
    fails(r"(?<a>x)(?<a>y)", 10, "two groups are called `a`");
    fails(r"\2(a)", 0, "no group of this number");
    fails(r"\k<b>(?<a>x)", 0, "no group called `b`");
}

#[test]
fn lookaround() {
    matches(r"^(?=.*\d)(?=.*[a-z]).{4,}$", &["abc1", "1abc"], &["abcd", "1234", "a1"]);
    matches(r"^(?!.*--)[a-z-]+$", &["a-b"], &["a--b"]);
    matches(r"^(?!con$|nul$)\w+$", &["cont", "nu"], &["con", "nul"]);
    matches(r"(?<=\$)\d+", &["cost $42"], &["cost 42"]);
    matches(r"(?<!\$)\b\d+", &["cost 42"], &["cost $42"]);
    matches(r"(?<=a+)b", &["aab"], &["b"]);
    matches(r"(?<=(?:ab|c){2})d", &["abcd", "ccd"], &["abd", "cd"]);
    matches(r"(?:(?!b).)+$", &["ba"], &["b"]);
    matches(r"^(?:(?=a)a)*$", &["", "aaa"], &["ab"]);
    matches(r"(?=a)*b", &["b"], &["a"]);
}

#[test]
fn counts_and_repetitions() {
    matches(r"^a{2}$", &["aa"], &["a", "aaa"]);
    matches(r"^a{2,}$", &["aa", "aaaa"], &["a"]);
    matches(r"^a{2,3}?$", &["aa", "aaa"], &["a", "aaaa"]);
    matches(r"^[a-z]{1,3}[0-9]?$", &["a", "abc9", "b1"], &["", "abcd", "9", "a99"]);
    matches(r"^[a-z]*[a-f]$", &["za", "a"], &["zz", ""]);
    matches(r"^a{0}b$", &["b"], &["ab"]);
    matches(r"^(?:ab)+?$", &["abab"], &["", "aba"]);
    matches(r"^a{01,002}$", &["a", "aa"], &["aaa"]);
    matches(r"^.{0,65535}$", &["", "abc"], &["\n"]);
    matches(r"^[^/]{99999999999,}$", &[], &["a"]);
    matches(r"^x(?:y)(z+)$", &["xyz", "xyzz"], &["xy", "xyzy"]);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    fails("ab(c", 2, "this group is not closed");
    fails("ab)c", 2, "without a group to close");
    fails("a[bc", 1, "this class is not closed");
    fails("a[z-b]", 2, "the range is out of order");
    fails("a{3,2}", 1, "the counts are out of order");
    fails("*a", 0, "nothing to repeat");
    fails("a**", 2, "nothing to repeat");
    fails("a|{2}", 2, "nothing to repeat");
    fails("^*", 1, "nothing to repeat");
    fails(r"\b+", 2, "nothing to repeat");
    fails("(?<=a)+", 6, "nothing to repeat");
    fails(r"ab\", 2, "nothing follows the backslash");
    fails(r"\A", 0, "write `^`");
    fails(r"\a", 0, "no such escape");
    fails(r"\y", 0, "no such escape");
    fails(r"\07", 0, "no octal");
    fails(r"\x4", 0, "two hexadecimal digits");
    fails(r"\u{110000}", 0, "up to `10FFFF`");
    fails(r"\c1", 0, "needs a letter");
    fails("(?i)a", 0, "write `(?i:..)`");
    fails("(?P<a>b)", 0, "named groups");
    fails("(?>a)", 0, "atomic");
    fails("(?#a)", 0, "comments");
    fails("(?<1>a)", 3, "identifier");
    fails(r"é\q", 2, "no such escape");
}

#[test]
fn patterns_have_bounds() {
    fails(&format!("{}a{}", "(".repeat(51), ")".repeat(51)), 51, "nest deeper");
    matches(&format!("^{}a{}$", "(".repeat(50), ")".repeat(50)), &["a"], &["b"]);
    fails(&"a".repeat(70_000), 0, "longer than");
    fails("((a{1000}){1000}){1000}", 3, "too large");
    fails("(?=((a{2000}){20,3000}){1000})", 13, "too large");
    assert!(check(&"(".repeat(60_000)).is_err());
    assert!(check(&"[".repeat(60_000)).is_err());
    assert!(translate(&r"\s".repeat(30_000)).is_ok_and(|translated| translated.len() < 3_000_000));
    assert!(translate(&"a|".repeat(30_000)).is_ok());
    assert!(check(&"(?<a>b)".repeat(9_000)).is_err());
}

#[test]
fn hostile_texts_take_linear_time_or_are_refused() {
    let text = "a".repeat(20_000);
    matches("(a*)*b", &[], &[&text]);
    matches("^(a|a)*$", &[&text], &[&format!("{text}b")]);
    matches("(a+a+)+$", &[&text], &[]);
    let exploding = pattern(r"^(a+a+)+\1b");
    assert_eq!(exploding.try_match(&text[..60]), Err(TooManySteps));
    assert!(!exploding.is_match(&text[..60]));
    assert_eq!(exploding.try_match("aab"), Ok(false));
    assert_eq!(exploding.try_match("aaaab"), Ok(true));
}

/// Strings that must all match.
struct Matching(Vec<String>);

static BACKTRACKING: Pattern = Pattern::new(r"(a*)*\1b", "");

impl typeloom::Validate for Matching {
    fn check(&self, at: &typeloom::At<'_>, report: &mut typeloom::Report) {
        for (index, text) in self.0.iter().enumerate() {
            typeloom::check::pattern(text, &BACKTRACKING, &at.index(index, "/items"), report);
        }
    }
}

#[test]
fn all_texts_of_one_validation_share_one_budget() {
    let said = |texts: Vec<String>| {
        let violations = Matching(texts).validate().unwrap_err();
        let undecided = violations.iter().filter(|violation| violation.message().starts_with("takes too many steps"));
        (violations.len(), undecided.count())
    };
    // The longest text that is still decided on its own.
    let hard = (1..30).map(|length| "a".repeat(length)).rfind(|text| said(vec![text.clone()]) == (1, 0)).unwrap();
    assert_eq!(said(vec![hard.clone()]), (1, 0), "a validation begins anew");
    let (all, undecided) = said(vec![hard.clone(); 40]);
    assert_eq!(all, 40);
    assert!(undecided >= 30, "{undecided}");
    // Texts that are no trouble are none in any number, and a hard one before them changes nothing.
    let mut easy = vec!["aab".to_owned(); 100_000];
    assert!(Matching(easy.clone()).is_valid());
    easy.push("a".repeat(60));
    easy.extend(vec!["aab".to_owned(); 1000]);
    assert_eq!(said(easy), (1, 1));
    // A call on its own has a budget of its own.
    assert!(BACKTRACKING.try_match(&hard).is_ok() && BACKTRACKING.try_match(&hard).is_ok());
}

//! Checks as data of the runtime.

use super::literal::{self, limit, list, string, strings};
use super::patterns;
use crate::model::{Check, Format, Program};

/// `&[..]` of checks.
pub(super) fn checks(program: &Program, checks: &[Check]) -> String {
    list(checks.iter().map(|of| check(program, of)))
}

/// One check.
pub(super) fn check(program: &Program, of: &Check) -> String {
    let text = match of {
        Check::MinLength(limit) => format!("MinLength({limit})"),
        Check::MaxLength(limit) => format!("MaxLength({limit})"),
        Check::Pattern(pattern) => format!("Pattern(&{})", patterns::name(*pattern)),
        Check::Format(of) => format(*of),
        Check::Minimum(number) => format!("Minimum({})", limit(number)),
        Check::Maximum(number) => format!("Maximum({})", limit(number)),
        Check::ExclusiveMinimum(number) => format!("ExclusiveMinimum({})", limit(number)),
        Check::ExclusiveMaximum(number) => format!("ExclusiveMaximum({})", limit(number)),
        Check::MultipleOf(number) => format!("MultipleOf({})", limit(number)),
        Check::Enum(values) => format!("OneOf(\"enum\", {})", list(values.iter().map(literal::value))),
        Check::Const(value) => format!("OneOf(\"const\", &[{}])", literal::value(value)),
        Check::MinItems(limit) => format!("MinItems({limit})"),
        Check::MaxItems(limit) => format!("MaxItems({limit})"),
        Check::UniqueItems => "UniqueItems".to_owned(),
        Check::MinProperties(limit) => format!("MinProperties({limit})"),
        Check::MaxProperties(limit) => format!("MaxProperties({limit})"),
        Check::PropertyNames(of) => format!("PropertyNames({})", checks(program, of)),
        Check::Required(names) => format!("Required({})", strings(names)),
        Check::DependentRequired { keyword, because, names } => {
            format!("DependentRequired({keyword:?}, {}, {})", string(because), strings(names))
        }
        Check::Never => "Never".to_owned(),
        Check::Rule(rule) => format!("Rule(&RULES, {})", program.index(*rule)),
    };
    format!("rt::Check::{text}")
}

fn format(of: Format) -> String {
    let name = of.name();
    match of.width() {
        Some([min, max]) => format!("Width({name:?}, {}, {})", literal::limit_of(min), literal::limit_of(max)),
        None => format!("Format({name:?}, rt::formats::{})", name.replace('-', "_")),
    }
}

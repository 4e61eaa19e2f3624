//! The rules of a module as data of the runtime.

use super::checks::check;
use super::literal::{kinds, list, string, strings};
use super::slots::from_member;
use super::{Code, patterns};
use crate::model::{BranchOf, Course, Instruction, Module, Program, Routine, Step, Target};

/// The static with the rules, where something runs one.
pub(super) fn program(module: &Module, code: &mut Code<'_>) {
    let program = &module.program;
    if program.routines.is_empty() {
        return;
    }
    let anchors = program
        .anchors
        .iter()
        .map(|anchors| list(anchors.iter().map(|(name, routine)| format!("({}, {routine})", string(name)))));
    code.open("static RULES: rt::RuleSet = rt::RuleSet");
    code.parts(&["secrets: ", &strings(&module.secret_names), ","]);
    code.parts(&["anchors: ", &list(anchors), ","]);
    code.line("rules: &[");
    for (index, of) in program.routines.iter().enumerate() {
        routine(program, index, of, code);
    }
    code.line("],");
    code.close_with("};");
}

fn routine(program: &Program, index: usize, of: &Routine, code: &mut Code<'_>) {
    let Routine { location, resource, course, instructions } = of;
    let assertions = list(instructions.iter().map(|of| instruction(program, of)));
    let mut parts = vec![format!("assertions: {assertions}")];
    parts.extend(location.as_deref().map(|location| format!("location: {}", string(location))));
    parts.extend((*resource != 0).then(|| format!("resource: {resource}")));
    match course {
        Course::Plain => {}
        Course::Marks => parts.push("course: rt::Course::Marks".to_owned()),
        Course::Once => parts.push("course: rt::Course::Once".to_owned()),
        Course::OnceMarks => parts.push("course: rt::Course::OnceMarks".to_owned()),
    }
    code.line(&format!("/* {index} */ rt::Rule {{ {}, ..rt::Rule::PLAIN }},", parts.join(", ")));
}

fn instruction(program: &Program, of: &Instruction) -> String {
    let text = match of {
        Instruction::Check(of) => format!("Check({})", check(program, of)),
        Instruction::Type(of) => format!("Type({})", kinds(*of)),
        Instruction::Here(of) => format!("Here({})", step(of)),
        Instruction::Dynamic(initial, anchor, watched) => {
            let watched = match watched {
                Some(id) => format!("rt::Some({id})"),
                None => "rt::None".to_owned(),
            };
            format!("Dynamic({initial}, {}, {watched})", string(anchor))
        }
        Instruction::AnyOf(of) => format!("AnyOf({})", branches(of)),
        Instruction::OneOf(of) => format!("OneOf({})", branches(of)),
        Instruction::Not(of, forbidden) => format!("Not({}, {})", step(of), string(forbidden)),
        Instruction::If(condition, then, otherwise) => {
            format!("If({}, {}, {})", step(condition), step(then), step(otherwise))
        }
        Instruction::NullOr(of) => format!("NullOr({})", target(*of)),
        Instruction::Items(prefix, rest) => format!("Items({}, {})", list(prefix.iter().map(step)), maybe(rest)),
        Instruction::Contains(of, min, max, evaluates) => {
            let max = match max {
                Some(max) => format!("rt::Some({max})"),
                None => "rt::None".to_owned(),
            };
            format!("Contains({}, {min}, {max}, {evaluates})", step(of))
        }
        Instruction::Properties(named, of_patterns, others) => {
            let named = named.iter().map(|(name, of)| format!("({}, {})", string(name), step_of_member(name, of)));
            let by_pattern = of_patterns.iter();
            let by_pattern = by_pattern.map(|(id, of)| format!("(&{}, {})", patterns::name(*id), step(of)));
            format!("Properties({}, {}, {})", list(named), list(by_pattern), maybe(others))
        }
        Instruction::PropertyNames(of) => format!("PropertyNames({})", step(of)),
        Instruction::Dependent(name, of) => format!("Dependent({}, {})", string(name), step(of)),
        Instruction::UnevaluatedItems(of) => format!("UnevaluatedItems({})", step(of)),
        Instruction::UnevaluatedProperties(of) => format!("UnevaluatedProperties({})", step(of)),
    };
    format!("rt::Assertion::{text}")
}

fn step(Step { via, target }: &Step) -> String {
    format!("rt::Step({}, {})", string(via), self::target(*target))
}

/// A step to a member. What is forbidden says the whole step, whose end is the keyword.
fn step_of_member(name: &str, Step { via, target }: &Step) -> String {
    match target {
        Target::Nothing => step(&Step { via: via.clone(), target: *target }),
        Target::Anything | Target::Routine(_) => {
            format!("rt::Step({}, {})", string(&from_member(via, name)), self::target(*target))
        }
    }
}

fn maybe(of: &Option<Step>) -> String {
    match of {
        Some(of) => format!("rt::Some({})", step(of)),
        None => "rt::None".to_owned(),
    }
}

fn target(of: Target) -> String {
    match of {
        Target::Anything => "rt::ANYTHING".to_owned(),
        Target::Nothing => "rt::NOTHING".to_owned(),
        Target::Routine(index) => index.to_string(),
    }
}

fn branches(of: &[BranchOf]) -> String {
    list(of.iter().map(|BranchOf { step: to, kinds: of, tag }| {
        let tag = match tag {
            Some((member, values)) => format!("rt::Some(({}, {}))", string(member), strings(values)),
            None => "rt::None".to_owned(),
        };
        format!("rt::Branch({}, {}, {tag})", step(to), kinds(*of))
    }))
}

//! A folder of vendors of its own for each test, and the command as people run it there.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A document with one type.
pub fn schema(title: &str) -> String {
    format!("{{\"title\": \"{title}\", \"type\": \"object\", \"properties\": {{\"id\": {{\"type\": \"string\"}}}}}}\n")
}

pub struct Scene {
    root: PathBuf,
}

/// How a run ended.
pub struct Ran {
    pub code: Option<i32>,
    /// The report.
    pub report: Value,
    pub stderr: String,
}

impl Scene {
    pub fn new(test: &str) -> Scene {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("regen").join(test);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("schemas")).expect("a folder");
        Scene { root }
    }

    /// With one vendor, `acme`, and one source, `user.json`.
    pub fn with_user(test: &str, url: &str) -> Scene {
        let scene = Scene::new(test);
        scene.write("acme/vendor.toml", &format!("[sources.\"user.json\"]\nurl = \"{url}\"\n"));
        scene
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join("schemas").join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    #[cfg(unix)]
    pub fn link(&self, to: &str, path: &str) {
        std::os::unix::fs::symlink(to, self.root.join("schemas").join(path)).expect("a link");
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root.join("schemas").join(path)).expect("it was there");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join("schemas").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Everything there is, but for the manifests and the lock.
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut files = self.everything();
        files.retain(|name, _| !name.ends_with("vendor.toml") && name != "regen.lock");
        files
    }

    pub fn names(&self) -> Vec<String> {
        self.files().into_keys().collect()
    }

    /// Everything there is, but for what a run that was killed has locked.
    pub fn everything(&self) -> BTreeMap<String, String> {
        let schemas = self.root.join("schemas");
        let mut files = BTreeMap::new();
        let mut waiting = vec![schemas.clone()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    waiting.push(path);
                } else if !path.ends_with(".regen.running") {
                    let name = path.strip_prefix(&schemas).expect("it is below").to_string_lossy().into_owned();
                    files.insert(name, String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned());
                }
            }
        }
        files
    }

    pub fn lock(&self) -> String {
        self.read("regen.lock")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_typeloom"));
        command.arg("regen").args(arguments).current_dir(&self.root);
        command
    }

    /// Runs it to its end.
    pub fn regen(&self, arguments: &[&str]) -> Ran {
        Ran::of(&mut self.command(&[arguments, &["--json"]].concat()))
    }

    /// Runs it to its end where no file may become longer than a kilobyte, as on a disk that is full.
    #[cfg(unix)]
    pub fn regen_on_a_small_disk(&self) -> Ran {
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" regen --json", env!("CARGO_BIN_EXE_typeloom")]);
        Ran::of(command.current_dir(&self.root))
    }

    /// Runs it and says as soon as it has begun.
    pub fn begin(&self, pause: Option<&str>) -> Child {
        let mut command = self.command(&[]);
        if let Some(pause) = pause {
            command.env("TYPELOOM_REGEN_PAUSE", pause);
        }
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the command runs")
    }
}

impl Ran {
    fn of(command: &mut Command) -> Ran {
        let output = command.output().expect("the command runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the command writes UTF-8");
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        let report = serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}"));
        Ran { code: output.status.code(), report, stderr }
    }

    /// `file state`, or `file state: detail`, of every file.
    pub fn said(&self) -> Vec<String> {
        let mut said = Vec::new();
        for vendor in self.report["vendors"].as_array().expect("vendors") {
            for file in vendor["files"].as_array().expect("files") {
                let text = |name: &str| file[name].as_str().unwrap_or_default().to_owned();
                let name = format!("{}/{}", vendor["vendor"].as_str().unwrap_or_default(), text("file"));
                let detail = text("detail");
                let detail = if detail.is_empty() { detail } else { format!(": {detail}") };
                said.push(format!("{name} {}{detail}", text("state")));
            }
        }
        said
    }

    /// The first file of the first vendor.
    pub fn file(&self) -> &Value {
        &self.report["vendors"][0]["files"][0]
    }
}

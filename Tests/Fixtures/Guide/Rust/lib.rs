//! How many marbles are in the jar: an exercise in Rust, made from charrette_exercise.h alone.
//! rustc --edition 2021 --crate-type cdylib -C panic=abort -o libmarbles.so lib.rs

use std::collections::HashMap;
use std::ffi::{c_char, c_void};

// The contract, as the header has it.

#[repr(C)]
pub struct Sink {
    size: u32,
    context: *mut c_void,
    write: extern "C" fn(*mut c_void, *const u8, u64),
}

#[repr(C)]
pub struct Host {
    size: u32,
    abi_major: u32,
    abi_minor: u32,
    extension: extern "C" fn(*const c_char) -> *const c_void,
}

#[repr(C)]
pub struct Plugin {
    size: u32,
    abi_major: u32,
    abi_minor: u32,
    context: *mut c_void,
    handle: extern "C" fn(*mut c_void, *const u8, u64, *const Sink) -> i32,
    extension: Option<extern "C" fn(*const c_char) -> *const c_void>,
    close: Option<extern "C" fn(*mut c_void)>,
}

/// Called once, first of all.
#[no_mangle]
pub extern "C" fn charrette_plugin_entry(host: *const Host) -> *const Plugin {
    if unsafe { (*host).abi_major } != 1 {
        return std::ptr::null();
    }
    let jars: Box<Jars> = Box::default();
    Box::into_raw(Box::new(Plugin {
        size: std::mem::size_of::<Plugin>() as u32,
        abi_major: 1,
        abi_minor: 0,
        context: Box::into_raw(jars) as *mut c_void,
        handle,
        extension: None,
        close: None,
    }))
}

extern "C" fn handle(jars: *mut c_void, text: *const u8, length: u64, sink: *const Sink) -> i32 {
    let (jars, text) = unsafe {
        (&mut *(jars as *mut Jars), std::slice::from_raw_parts(text, length as usize))
    };
    let reply = match Reader(text, 0).value(0) {
        Some(request) => answer(jars, &request),
        None => fault("the request is no JSON that this plugin reads"),
    };
    unsafe { ((*sink).write)((*sink).context, reply.as_ptr(), reply.len() as u64) };
    0
}

// The exercise.

/// What folding the events of each activity gave.
type Jars = HashMap<String, u64>;

const MANIFEST: &str = r#"{"reply":"manifest","manifest":{"id":"marbles","name":"Marbles",
"version":"1.0.0","summary":"A marble for everything that went well","author":"You",
"licence":"CC0-1.0","exercises":[{"id":"marbles","name":"Marbles",
"summary":"put marbles into a jar for what went well","line":"drop","state-version":1,
"actions":[{"name":"drop","summary":"Put marbles into the jar","privacy":"anonymous",
"attribution":"none","examples":["drop 2"],"fields":[{"name":"count",
"summary":"How many marbles","type":"integer","minimum":1,"maximum":9,"required":true}]}]}]}}"#;

fn answer(jars: &mut Jars, request: &Json) -> String {
    match request.text("call") {
        Some("hello") => r#"{"reply":"welcome","version":1}"#.into(),
        Some("manifest") => MANIFEST.into(),
        Some("open") => open(jars, request.member("activity")),
        Some(call) => on_activity(jars, call, request),
        None => fault("the request has no call"),
    }
}

fn open(jars: &mut Jars, brief: &Json) -> String {
    let (Some(id), Some("marbles")) = (brief.text("id"), brief.text("exercise")) else {
        return fault("this plugin has no such exercise");
    };
    let state = brief.member("state");
    let count = match (state, state.number("version"), state.number("data")) {
        (Json::Null, _, _) => 0,
        (_, Some(1), Some(count)) => count,
        _ => return fault("not a state of this version"),
    };
    jars.insert(id.into(), fold(count, brief));
    r#"{"reply":"done"}"#.into()
}

/// Only what was recorded counts; new cards and people are not this exercise's business.
fn fold(count: u64, request: &Json) -> u64 {
    request.member("events").elements().iter().fold(count, |sum, event| {
        sum.saturating_add(event.number("recorded").unwrap_or(0)).min(1 << 53)
    })
}

fn on_activity(jars: &mut Jars, call: &str, request: &Json) -> String {
    let Some(count) = request.text("activity").and_then(|id| jars.get_mut(id)) else {
        return fault("that activity is not open");
    };
    *count = fold(*count, request);
    let dropped = request.member("fields").number("count");
    match (call, request.text("action"), dropped) {
        ("decide", Some("drop"), Some(dropped @ 1..=9)) => format!(
            r#"{{"reply":"changes","changes":[{{"change":"record","event":{dropped}}}],
            "notice":"Clink."}}"#
        ),
        ("decide", _, _) => r#"{"reply":"refused","message":"From 1 to 9 marbles."}"#.into(),
        ("view", _, _) => format!(
            r#"{{"reply":"view","view":[{{"block":"facts","facts":[
            {{"name":"Marbles","value":"{count}"}}]}}]}}"#
        ),
        ("give", _, _) => r#"{"reply":"cards"}"#.into(),
        ("state", _, _) => {
            format!(r#"{{"reply":"state","state":{{"version":1,"data":{count}}}}}"#)
        }
        ("paper", _, _) => r#"{"reply":"paper"}"#.into(),
        _ => fault("this plugin does not know that call"),
    }
}

fn fault(message: &str) -> String {
    format!(r#"{{"reply":"fault","message":"{message}"}}"#)
}

// JSON, as far as it is needed. A larger plugin takes a library.

enum Json {
    Null,
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    fn member(&self, wanted: &str) -> &Json {
        let Json::Object(members) = self else { return &Json::Null };
        members.iter().find(|(name, _)| name == wanted).map_or(&Json::Null, |(_, value)| value)
    }
    fn text(&self, name: &str) -> Option<&str> {
        if let Json::Text(text) = self.member(name) { Some(text) } else { None }
    }
    /// A whole number that every reader of JSON has whole.
    fn number(&self, name: &str) -> Option<u64> {
        match self.member(name) {
            Json::Number(n) if *n >= 0.0 && *n <= 9007199254740992.0 && n.fract() == 0.0 => {
                Some(*n as u64)
            }
            _ => None,
        }
    }
    fn elements(&self) -> &[Json] {
        if let Json::List(elements) = self { elements } else { &[] }
    }
}

struct Reader<'a>(&'a [u8], usize);

impl Reader<'_> {
    /// The next byte that is no blank.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.0.get(self.1), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.1 += 1;
        }
        self.0.get(self.1).copied()
    }
    fn takes(&mut self, byte: u8) -> bool {
        let is_it = self.peek() == Some(byte);
        self.1 += is_it as usize;
        is_it
    }
    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > 64 {
            return None;
        }
        match self.peek()? {
            b'{' => self.list(b'}', |r| {
                let name = r.string()?;
                if !r.takes(b':') {
                    return None;
                }
                Some((name, r.value(depth + 1)?))
            }).map(Json::Object),
            b'[' => self.list(b']', |r| r.value(depth + 1)).map(Json::List),
            b'"' => self.string().map(Json::Text),
            _ => self.word(),
        }
    }
    fn list<T>(&mut self, end: u8, item: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.1 += 1;
        let mut items = Vec::new();
        while !self.takes(end) {
            if !items.is_empty() && !self.takes(b',') {
                return None;
            }
            items.push(item(self)?);
        }
        Some(items)
    }
    /// Escapes stay as they are: no name or label that counts here has one.
    fn string(&mut self) -> Option<String> {
        if !self.takes(b'"') {
            return None;
        }
        let start = self.1;
        while *self.0.get(self.1)? != b'"' {
            self.1 += 1 + (self.0[self.1] == b'\\') as usize;
        }
        self.1 += 1;
        String::from_utf8(self.0[start..self.1 - 1].to_vec()).ok()
    }
    fn word(&mut self) -> Option<Json> {
        let start = self.1;
        while self.0.get(self.1).is_some_and(|b| !b",]} \n\t\r".contains(b)) {
            self.1 += 1;
        }
        match std::str::from_utf8(&self.0[start..self.1]).ok()? {
            "true" | "false" | "null" => Some(Json::Null),
            number => number.parse().ok().map(Json::Number),
        }
    }
}

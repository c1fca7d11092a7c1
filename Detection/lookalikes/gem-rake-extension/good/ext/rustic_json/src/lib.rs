#[no_mangle]
pub extern "C" fn rustic_json_depth(text: *const u8, length: usize) -> usize {
    let bytes = unsafe { std::slice::from_raw_parts(text, length) };
    let mut depth = 0usize;
    let mut deepest = 0usize;
    for b in bytes {
        match b {
            b'{' | b'[' => { depth += 1; deepest = deepest.max(depth); }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

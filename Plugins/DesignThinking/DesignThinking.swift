// DesignThinking

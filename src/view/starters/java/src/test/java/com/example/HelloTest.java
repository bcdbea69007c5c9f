package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HelloTest {
    @Test
    void greetsPeople() {
        assertEquals("Hello, Ada!", Hello.greeting("Ada"));
    }
}
